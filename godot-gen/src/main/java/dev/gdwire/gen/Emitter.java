package dev.gdwire.gen;

import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.gen.output.GeneratedFile;
import dev.gdwire.gen.problem.Problems;
import java.util.List;

/** A back end: writes one language from the intermediate representation. */
public interface Emitter {
    /**
     * The files of a protocol, in any order, the same for the same input. What the language cannot
     * say (two properties that get one name, say) is reported to {@code problems} as an error; the
     * files are then not used.
     */
    List<GeneratedFile> emit(Protocol protocol, EmitOptions options, Problems problems);
}
