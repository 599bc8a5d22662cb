package dev.gdwire.gen.java;

import java.net.URI;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Asks javac what it thinks of comments. */
final class JavadocLint {
    private JavadocLint() {}

    /** The faults of a source with one class named All. */
    static List<String> faults(String source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<String> options =
                List.of("-Xdoclint:all/private,-missing", "-proc:none", "-implicit:none");
        compiler.getTask(null, null, found, options, null, List.of(new Source(source))).call();
        return found.getDiagnostics().stream()
                .filter(fault -> fault.getKind() != Diagnostic.Kind.NOTE)
                .map(fault -> fault + "\n" + line(source, fault.getLineNumber()))
                .toList();
    }

    private static String line(String source, long number) {
        return source.lines().skip(Math.max(0, number - 1)).findFirst().orElse("");
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String content;

        Source(String content) {
            super(URI.create("string:///All.java"), JavaFileObject.Kind.SOURCE);
            this.content = content;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return content;
        }
    }
}
