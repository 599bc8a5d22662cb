package dev.gdwire.gen.gdscript;

import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.gen.problem.Place;
import dev.gdwire.gen.problem.ProblemId;
import dev.gdwire.gen.problem.Problems;

/** The one name that is not made but asked for. */
final class GlobalClassName {
    private GlobalClassName() {}

    /** Reports a {@code godotClassName} that the engine has already. */
    static void check(Protocol protocol, Problems problems) {
        protocol.godotClassName()
                .filter(GdNames::isEngineType)
                .ifPresent(
                        name ->
                                problems.error(
                                        ProblemId.BAD_NAME,
                                        Place.whole("protocol.json"),
                                        "\"godotClassName\" is "
                                                + name
                                                + ", a class of Godot itself",
                                        "choose another, such as \"" + name + "Api\""));
    }
}
