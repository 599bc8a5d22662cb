package dev.gdwire.gen.java;

import dev.gdwire.gen.ir.NativeType;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The classes of others that generated code uses. One is written with its package where the schema
 * set has a class of the same name.
 */
final class LibraryNames {
    /** What the names of their packages begin with, where code calls their methods. */
    static final Set<String> PACKAGE_STARTS = Set.of("dev", "java");

    private static final Set<String> JAVA_LANG =
            Set.of(
                    "Boolean",
                    "Deprecated",
                    "Double",
                    "Float",
                    "Integer",
                    "Long",
                    "Override",
                    "String",
                    "SuppressWarnings",
                    "Void");

    private static final Set<String> OTHERS =
            Set.of(
                    "Arrays",
                    "BooleanList",
                    "DoubleList",
                    "FloatList",
                    "Instant",
                    "IntList",
                    "List",
                    "LocalDate",
                    "LongList",
                    "Map",
                    "OffsetTime",
                    "URI",
                    "UUID");

    private LibraryNames() {}

    /** Whether every file reads the simple name as one of java.lang. */
    static boolean isOfJavaLang(String className) {
        return JAVA_LANG.contains(className);
    }

    /** Whether a class that generated code uses has the simple name. */
    static boolean has(String className) {
        return JAVA_LANG.contains(className)
                || OTHERS.contains(className)
                || RunTime.hasName(className)
                || Stream.of(NativeType.values())
                        .map(JavaTypes::nativeName)
                        .anyMatch(className::equals);
    }
}
