package dev.gdwire.benchmarks.wire;

import java.util.Arrays;
import java.util.List;

/** In what contestants are compared. */
record Contest(Kind kind, Shape shape) {
    /** All. */
    static List<Contest> all() {
        return Arrays.stream(Kind.values())
                .flatMap(kind -> kind.shapes().stream().map(shape -> new Contest(kind, shape)))
                .toList();
    }
}
