package dev.gdwire.gen.problem;

import dev.gdwire.gen.ir.Source;
import java.util.Comparator;

/**
 * Where a problem is.
 *
 * @param file path inside the schema set with forward slashes, or the path of a file or folder
 * @param line from 1; 0 when the file or folder as a whole is meant
 * @param column from 1, in UTF-16 units as editors count them; 0 when the file or folder as a whole
 *     is meant
 */
public record Place(String file, int line, int column) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::file)
                    .thenComparingInt(Place::line)
                    .thenComparingInt(Place::column);

    /** A file or folder as a whole. */
    public static Place whole(String file) {
        return new Place(file, 0, 0);
    }

    /** The place of something in a schema. */
    public static Place of(Source source) {
        return new Place(source.file(), source.line(), source.column());
    }

    /** The same place, with the file's path from somewhere else. */
    public Place in(String otherFile) {
        return new Place(otherFile, line, column);
    }

    /** Whether a line is known. */
    public boolean hasLine() {
        return line > 0;
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    /** {@code FILE:LINE:COLUMN}, or {@code FILE}. */
    @Override
    public String toString() {
        return hasLine() ? file + ":" + line + ":" + column : file;
    }
}
