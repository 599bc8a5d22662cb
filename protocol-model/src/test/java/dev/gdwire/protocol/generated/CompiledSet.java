package dev.gdwire.protocol.generated;

import dev.gdwire.gen.EmitOptions;
import dev.gdwire.gen.Generator;
import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.gen.java.JavaEmitter;
import dev.gdwire.gen.output.GeneratedFile;
import dev.gdwire.gen.problem.Problems;
import dev.gdwire.protocol.Message;
import dev.gdwire.protocol.codec.JsonParser;
import dev.gdwire.protocol.codec.MessageCodec;
import dev.gdwire.protocol.json.JsonInput;
import dev.gdwire.protocol.json.JsonOutput;
import dev.gdwire.protocol.json.Miss;
import dev.gdwire.protocol.json.WireNames;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Field;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A schema set whose generated Java was compiled, without a warning, and loaded. */
final class CompiledSet {
    private final ClassLoader loader;
    private final String javaPackage;
    private final dev.gdwire.protocol.Protocol<Message> protocol;

    private CompiledSet(Protocol set, String javaPackage, Path classes) throws Exception {
        this.javaPackage = javaPackage;
        this.loader =
                new URLClassLoader(
                        new URL[] {classes.toUri().toURL()}, CompiledSet.class.getClassLoader());
        EmitOptions options = new EmitOptions(Optional.of(javaPackage));
        this.protocol = instance(loader.loadClass(JavaEmitter.provider(set, options)));
    }

    /** Compiles the set in a folder of schemas. */
    static CompiledSet of(Path schemas, String javaPackage, Path classes) throws Exception {
        return of(Generator.load(schemas).orThrow(), javaPackage, classes);
    }

    /** Compiles a set. */
    static CompiledSet of(Protocol set, String javaPackage, Path classes) throws Exception {
        Problems problems = new Problems();
        EmitOptions options = new EmitOptions(Optional.of(javaPackage));
        List<GeneratedFile> files = new JavaEmitter().emit(set, options, problems);
        if (problems.hasErrors()) {
            throw new IllegalArgumentException(problems.sorted().toString());
        }
        compile(files, classes, "-classpath", classPath());
        return new CompiledSet(set, javaPackage, classes);
    }

    /** Compiles sources with all warnings as errors. */
    static void compile(List<GeneratedFile> files, Path classes, String... options)
            throws IOException {
        Files.createDirectories(classes);
        StringWriter out = new StringWriter();
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of("--release", "17", "-Xlint:all", "-Werror"));
        all.addAll(List.of("-Xdoclint:all,-missing", "-proc:none", "-d", classes.toString()));
        List<Source> sources = files.stream().map(Source::new).toList();
        boolean ok =
                ToolProvider.getSystemJavaCompiler()
                        .getTask(out, null, null, all, null, sources)
                        .call();
        if (!ok) {
            throw new AssertionError(out.toString());
        }
    }

    /** All classes and modules that these tests run with. */
    static String classPath() {
        return System.getProperty("java.class.path")
                + File.pathSeparator
                + System.getProperty("jdk.module.path", "");
    }

    /** What a module that uses generated code needs: this module and what it requires. */
    static String modulePath() {
        return Arrays.stream(classPath().split(File.pathSeparator))
                .filter(
                        path ->
                                path.endsWith(Path.of("protocol-model", "target", "classes") + "")
                                        || path.contains("jspecify")
                                        || path.contains("jackson-annotations")
                                        || path.matches(".*tools.jackson.*"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    dev.gdwire.protocol.Protocol<Message> protocol() {
        return protocol;
    }

    Class<?> type(String name) throws ClassNotFoundException {
        return loader.loadClass(javaPackage + "." + name);
    }

    Message decode(String json) {
        return protocol.decode(json.getBytes(StandardCharsets.UTF_8));
    }

    /** The same by way of a tree. */
    Message decodeTree(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return protocol.decode(JsonParser.parse(bytes, 0, bytes.length));
    }

    /** From bytes alone; a {@link Miss} if that gives the message up. */
    Object decodeDirectly(String codec, String json) throws ReflectiveOperationException {
        Field field = type(codec).getDeclaredField("CODEC");
        field.setAccessible(true);
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        JsonInput in = new JsonInput();
        in.start(bytes, 0, bytes.length, WireNames.of(protocol.discriminator()));
        return ((MessageCodec<?>) field.get(null)).direct().read(in);
    }

    String encode(Message message) {
        return new String(protocol.encode(message), StandardCharsets.UTF_8);
    }

    /** In one buffer, one behind the other. */
    String encodeTwice(Message message) {
        JsonOutput out = new JsonOutput();
        protocol.encode(message, out);
        protocol.encode(message, out);
        return new String(out.toByteArray(), StandardCharsets.UTF_8);
    }

    @SuppressWarnings("unchecked")
    private static dev.gdwire.protocol.Protocol<Message> instance(Class<?> type)
            throws ReflectiveOperationException {
        return (dev.gdwire.protocol.Protocol<Message>) type.getField("INSTANCE").get(null);
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String content;

        Source(GeneratedFile file) {
            super(URI.create("string:///" + file.path()), JavaFileObject.Kind.SOURCE);
            this.content = file.content();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return content;
        }
    }
}
