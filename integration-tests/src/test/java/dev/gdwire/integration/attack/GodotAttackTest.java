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
        return EnumSet.of(
                // The engine's listener lets no more than 8 connections wait, and others try again
                // after a second: 1,000 are not made in the time. Honest peers do not notice.
                Attack.HALF_OPEN,
                // The engine takes 3 s for each line, since the hashes of its texts collide; with
                // eight of them at each poll the game answers nobody for 20 s and more.
                Attack.TINY_MEMBERS,
                // 400 MiB are not read in 30 s, since reading has its share of a poll. Honest peers
                // go on, with some 20 round trips a second.
                Attack.UNHEARD);
    }
}
