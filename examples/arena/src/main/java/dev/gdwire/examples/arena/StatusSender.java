package dev.gdwire.examples.arena;

import dev.gdwire.client.GodotClient;
import dev.gdwire.examples.arena.learn.Generation;
import dev.gdwire.examples.arena.learn.TrainingListener;
import dev.gdwire.examples.arena.learn.TrainingProgress;
import dev.gdwire.examples.arena.messages.ShowStatus;
import dev.gdwire.protocol.Message;
import dev.gdwire.protocol.godot.Color;
import java.util.Locale;

/** Shows the training in the game too. */
record StatusSender(GodotClient<Message> game, TrainingListener next) implements TrainingListener {
    private static final Color LEARNING = new Color(0.55f, 0.85f, 1.0f, 1.0f);

    @Override
    public void stepped(TrainingProgress progress) {
        next.stepped(progress);
    }

    @Override
    public void generationEnded(Generation generation) {
        next.generationEnded(generation);
        String text =
                String.format(
                        Locale.ROOT,
                        "Learning: generation %d, reward %.1f, best %.1f",
                        generation.number(),
                        generation.rewards().mean(),
                        generation.rewards().best());
        game.send(ShowStatus.of(text).withColor(LEARNING));
    }

    @Override
    public void ended(TrainingProgress progress) {
        next.ended(progress);
    }
}
