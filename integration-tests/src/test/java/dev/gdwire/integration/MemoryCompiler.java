package dev.gdwire.integration;

import dev.gdwire.gen.output.GeneratedFile;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Compiles many packages in one run, with all warnings, and keeps the classes in memory. What is
 * said against one package costs the others nothing.
 */
final class MemoryCompiler {
    private static final List<String> OPTIONS =
            List.of(
                    "--release",
                    "17",
                    "-proc:none",
                    "-Xlint:all",
                    "-Xdoclint:all,-missing",
                    "-Xmaxerrs",
                    "100000",
                    "-Xmaxwarns",
                    "100000",
                    "-classpath",
                    System.getProperty("java.class.path")
                            + File.pathSeparator
                            + System.getProperty("jdk.module.path", ""));

    private final String root;
    private final Map<String, List<String>> faults = new TreeMap<>();
    private final Map<String, ByteArrayOutputStream> classes = new ConcurrentHashMap<>();

    private MemoryCompiler(String root) {
        this.root = root;
    }

    /**
     * Compiles what can be compiled.
     *
     * @param root the package whose children are told apart
     */
    static MemoryCompiler compile(String root, List<GeneratedFile> files) {
        MemoryCompiler compiler = new MemoryCompiler(root);
        List<GeneratedFile> left = files;
        int before = -1;
        while (!left.isEmpty() && compiler.faults.size() != before) {
            before = compiler.faults.size();
            compiler.compile(left);
            left = files.stream().filter(compiler::isSound).toList();
        }
        return compiler;
    }

    /** Errors and warnings of one of the packages. */
    List<String> faults(String child) {
        return faults.getOrDefault(child, List.of());
    }

    /** Loads the classes of all packages without faults. */
    ClassLoader loader() {
        return new ClassLoader(MemoryCompiler.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                ByteArrayOutputStream written = classes.get(name);
                if (written == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = written.toByteArray();
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
    }

    private boolean isSound(GeneratedFile file) {
        return !faults.containsKey(child(file.path()));
    }

    private void compile(List<GeneratedFile> files) {
        classes.clear();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        List<Source> sources = files.stream().map(Source::new).toList();
        JavaFileManager manager = new Memory(compiler.getStandardFileManager(null, null, null));
        compiler.getTask(null, manager, said, OPTIONS, null, sources).call();
        said.getDiagnostics().forEach(this::note);
    }

    private void note(Diagnostic<? extends JavaFileObject> diagnostic) {
        if (diagnostic.getKind() == Diagnostic.Kind.NOTE) {
            return;
        }
        if (diagnostic.getSource() == null) {
            throw new IllegalStateException(diagnostic.toString());
        }
        String path = diagnostic.getSource().toUri().getPath().substring(1);
        faults.computeIfAbsent(child(path), key -> new ArrayList<>())
                .add(
                        path
                                + ":"
                                + diagnostic.getLineNumber()
                                + ": "
                                + diagnostic.getMessage(Locale.ROOT));
    }

    private String child(String path) {
        String rest = path.substring(root.length() + 1);
        return rest.substring(0, rest.indexOf('/'));
    }

    private final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
        Memory(JavaFileManager manager) {
            super(manager);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            URI uri = URI.create("memory:///" + name.replace('.', '/') + kind.extension);
            return new SimpleJavaFileObject(uri, kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    classes.put(name, out);
                    return out;
                }
            };
        }
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
