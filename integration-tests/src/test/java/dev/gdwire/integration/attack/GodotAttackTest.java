package dev.gdwire.integration.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** A server in a real game. */
@Tag("godot")
class GodotAttackTest extends AttackContract {
    @TempDir static Path folder;

    GodotAttackTest() {
        super("Godot");
    }

    @Override
    Target start() throws IOException {
        return new GodotTarget(Files.createTempDirectory(folder, "game"));
    }

    @Override
    long heapBound() {
        return 256L << 20;
    }

    @Override
    Force force() {
        return Force.SMALL;
    }

    @Override
    long threadBound() {
        return Long.MAX_VALUE;
    }

    @Override
    Set<Attack> tooStrong() {
        return EnumSet.complementOf(
                EnumSet.of(
                        Attack.SLOW_HANDSHAKE,
                        Attack.SLOW_MESSAGE,
                        Attack.CHURN,
                        Attack.RANDOM_GREETING,
                        Attack.ENDLESS_LINE,
                        Attack.ENDLESS_TEXT));
    }
}
