package dev.gdwire.gen.schema;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;

/** The limits of a schema file, each with words for people. */
final class ReadLimits extends StreamReadConstraints {
    private static final long serialVersionUID = 1;

    /** Deeper schemas are written by programs that went wrong. */
    static final int DEEPEST = 200;

    private static final long NO_LIMIT = -1;

    ReadLimits() {
        super(
                DEEPEST,
                NO_LIMIT,
                DEFAULT_MAX_NUM_LEN,
                DEFAULT_MAX_STRING_LEN,
                DEFAULT_MAX_NAME_LEN,
                NO_LIMIT);
    }

    @Override
    public void validateNestingDepth(int depth) throws StreamConstraintsException {
        check(depth, DEEPEST, "it is nested deeper than " + DEEPEST + " levels");
    }

    @Override
    public void validateFPLength(int length) throws StreamConstraintsException {
        validateIntegerLength(length);
    }

    @Override
    public void validateIntegerLength(int length) throws StreamConstraintsException {
        check(length, _maxNumLen, "a number has more than " + _maxNumLen + " characters");
    }

    @Override
    public void validateStringLength(int length) throws StreamConstraintsException {
        check(length, _maxStringLen, "a text has more than " + _maxStringLen + " characters");
    }

    @Override
    public void validateNameLength(int length) throws StreamConstraintsException {
        check(length, _maxNameLen, "a name has more than " + _maxNameLen + " characters");
    }

    private static void check(int size, int most, String words) throws StreamConstraintsException {
        if (size > most) {
            throw new StreamConstraintsException(words);
        }
    }
}
