package dev.gdwire.benchmarks.report;

import java.net.URL;
import java.util.List;
import java.util.stream.Collectors;

/** Which releases are compared. */
public final class Releases {
    private Releases() {}

    /** A sentence that names the JAR files of the libraries, which have their versions. */
    public static String line(List<Class<?>> libraries) {
        return libraries.stream()
                .map(Releases::jar)
                .collect(Collectors.joining(", ", "Compared with ", "."));
    }

    private static String jar(Class<?> type) {
        URL place = type.getProtectionDomain().getCodeSource().getLocation();
        String path = place.getPath();
        return path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.jar$", "");
    }
}
