package dev.gdwire.gen.output;

import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.problem.Place;
import dev.gdwire.gen.problem.ProblemId;
import dev.gdwire.gen.problem.Problems;
import java.nio.charset.StandardCharsets;

/** Finds names that make file names longer than file systems take. */
public final class FileNames {
    /** What nearly all file systems take; some count characters, of which there are never more. */
    private static final int MOST_BYTES = 255;

    /** The longest name of a class that is made inside of others. */
    private static final String INNER_CLASS = "$Identity.class";

    /** What Godot puts beside a script. */
    private static final String COMPANION = ".uid";

    private FileNames() {}

    /**
     * Reports a type whose file would have too long a name.
     *
     * @param file name of the longest file that is written for it, without folders
     */
    public static void check(TypeDef type, String file, Problems problems) {
        if (isTooLong(file)) {
            problems.error(
                    ProblemId.OUTPUT_PATH,
                    Place.of(type.source()),
                    "the name of the type is too long: its files would have names of more than "
                            + MOST_BYTES
                            + " bytes",
                    "choose a shorter one: \"x-gdwire\": {\"name\": \"OtherName\"}");
        }
    }

    /** Whether a file, or what compilers and editors make of it, has too long a name. */
    static boolean isTooLong(String file) {
        return longest(file).getBytes(StandardCharsets.UTF_8).length > MOST_BYTES;
    }

    private static String longest(String file) {
        if (file.endsWith(".java")) {
            return file.substring(0, file.length() - ".java".length()) + INNER_CLASS;
        }
        return file.endsWith(".gd") ? file + COMPANION : file;
    }
}
