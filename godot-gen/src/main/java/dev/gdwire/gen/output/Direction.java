package dev.gdwire.gen.output;

import dev.gdwire.gen.output.Journal.Step;
import java.nio.file.Path;

/** Which way a run is carried. */
enum Direction {
    /** To the new files. */
    FORWARD {
        @Override
        String from(Step step) {
            return step.before();
        }

        @Override
        String to(Step step) {
            return step.after();
        }

        @Override
        Path content(StagingFolder staging, int step) {
            return staging.staged(step);
        }
    },
    /** To the old files. */
    BACK {
        @Override
        String from(Step step) {
            return step.after();
        }

        @Override
        String to(Step step) {
            return step.before();
        }

        @Override
        Path content(StagingFolder staging, int step) {
            return staging.backup(step);
        }
    };

    /** Hash of what the step replaces; empty text for nothing. */
    abstract String from(Step step);

    /** Hash of what the step leaves; empty text for nothing. */
    abstract String to(Step step);

    /** Where that waits. */
    abstract Path content(StagingFolder staging, int step);
}
