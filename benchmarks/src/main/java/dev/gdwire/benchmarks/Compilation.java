package dev.gdwire.benchmarks;

import dev.gdwire.gen.output.GeneratedFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles generated Java in memory, with this program's class path. */
final class Compilation {
    private final List<GeneratedFile> files;

    Compilation(List<GeneratedFile> files) {
        this.files = files;
    }

    /**
     * Compiles.
     *
     * @return how many bytes all class files have
     * @throws IllegalStateException if the compiler finds an error
     */
    long run() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        AtomicLong bytes = new AtomicLong();
        List<Source> sources =
                files.stream()
                        .filter(file -> file.path().endsWith(".java"))
                        .map(Source::new)
                        .toList();
        JavaFileManager manager =
                new Counting(compiler.getStandardFileManager(null, null, null), bytes);
        List<String> options = List.of("-proc:none", "-g", "--release", "17");
        if (!compiler.getTask(null, manager, null, options, null, sources).call()) {
            throw new IllegalStateException("the generated Java does not compile");
        }
        return bytes.get();
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String content;

        Source(GeneratedFile file) {
            super(URI.create("memory:///" + file.path()), Kind.SOURCE);
            content = file.content();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreErrors) {
            return content;
        }
    }

    /** Keeps of class files only how large they are. */
    private static final class Counting extends ForwardingJavaFileManager<JavaFileManager> {
        private final AtomicLong bytes;

        Counting(JavaFileManager manager, AtomicLong bytes) {
            super(manager);
            this.bytes = bytes;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            URI uri = URI.create("memory:///" + name.replace('.', '/') + kind.extension);
            return new SimpleJavaFileObject(uri, kind) {
                @Override
                public OutputStream openOutputStream() {
                    return new ByteArrayOutputStream() {
                        @Override
                        public void close() throws IOException {
                            bytes.addAndGet(size());
                            super.close();
                        }
                    };
                }
            };
        }
    }
}
