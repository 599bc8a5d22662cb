package dev.gdwire.integration;

import dev.gdwire.gen.EmitOptions;
import dev.gdwire.gen.LoadResult;
import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.gen.java.JavaEmitter;
import dev.gdwire.gen.output.GeneratedFile;
import dev.gdwire.gen.problem.Problems;
import dev.gdwire.protocol.DecodeException;
import dev.gdwire.protocol.Message;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks generated Java, compiled in memory, all trials in one run of the compiler. */
final class JavaTrials {
    /** The first part of every package; the second is the trial's id. */
    static final String ROOT = "trials";

    private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
    private final Map<String, String> registries = new LinkedHashMap<>();
    private final List<GeneratedFile> sources = new ArrayList<>();

    private JavaTrials() {}

    /** The outcome of each trial, by its id. */
    static Map<String, Outcome> run(List<Trial> trials) {
        JavaTrials run = new JavaTrials();
        trials.forEach(run::emit);
        MemoryCompiler compiled = MemoryCompiler.compile(ROOT, run.sources);
        for (Trial trial : trials) {
            run.outcomes.computeIfAbsent(trial.id(), id -> run.ask(trial, compiled));
        }
        return run.outcomes;
    }

    private void emit(Trial trial) {
        try {
            generate(trial);
        } catch (RuntimeException | StackOverflowError e) {
            outcomes.put(trial.id(), Outcome.crashed(e));
        }
    }

    private void generate(Trial trial) {
        LoadResult loaded = trial.load();
        if (loaded.protocol().isEmpty()) {
            outcomes.put(trial.id(), Outcome.refused(loaded.problems()));
            return;
        }
        Protocol protocol = loaded.protocol().get();
        EmitOptions options = new EmitOptions(Optional.of(ROOT + "." + trial.id()));
        Problems problems = new Problems();
        List<GeneratedFile> files = new JavaEmitter().emit(protocol, options, problems);
        if (problems.hasErrors()) {
            outcomes.put(trial.id(), Outcome.refused(problems.sorted()));
        } else {
            sources.addAll(files);
            registries.put(trial.id(), JavaEmitter.provider(protocol, options));
        }
    }

    private Outcome ask(Trial trial, MemoryCompiler compiled) {
        List<String> faults = compiled.faults(trial.id());
        if (!faults.isEmpty()) {
            return Outcome.broken(faults);
        }
        var protocol = instance(compiled.loader(), registries.get(trial.id()));
        return Outcome.of(trial.lines().stream().map(line -> ask(protocol, line)).toList());
    }

    private static Answer ask(dev.gdwire.protocol.Protocol<Message> protocol, String line) {
        Message message;
        try {
            message = protocol.decode(line.getBytes(StandardCharsets.UTF_8));
        } catch (DecodeException e) {
            return Answer.fault(e.getMessage());
        } catch (RuntimeException e) {
            return new Answer(e.toString(), "", "decode threw " + e);
        }
        try {
            byte[] encoded = protocol.encode(message);
            String text = new String(encoded, StandardCharsets.UTF_8);
            return new Answer(Answer.OK, text, trouble(protocol, message, encoded));
        } catch (RuntimeException e) {
            return new Answer(Answer.OK, "", "encode threw " + e);
        }
    }

    private static String trouble(
            dev.gdwire.protocol.Protocol<Message> protocol, Message message, byte[] encoded) {
        try {
            Message again = protocol.decode(encoded);
            if (!again.equals(message)) {
                return "decoded again, it is " + again + ", not " + message;
            }
            String text = new String(protocol.encode(again), StandardCharsets.UTF_8);
            return text.equals(new String(encoded, StandardCharsets.UTF_8))
                    ? ""
                    : "encoded again, it is " + text;
        } catch (DecodeException e) {
            return "decoded again: " + e.getMessage();
        }
    }

    @SuppressWarnings("unchecked")
    private static dev.gdwire.protocol.Protocol<Message> instance(ClassLoader loader, String name) {
        try {
            return (dev.gdwire.protocol.Protocol<Message>)
                    loader.loadClass(name).getField("INSTANCE").get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
