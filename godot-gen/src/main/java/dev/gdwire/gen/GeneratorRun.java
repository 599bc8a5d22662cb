package dev.gdwire.gen;

import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.gen.output.GeneratedFile;
import dev.gdwire.gen.output.OutputReport;
import dev.gdwire.gen.output.OutputTarget;
import dev.gdwire.gen.output.OutputWriter;
import dev.gdwire.gen.problem.Place;
import dev.gdwire.gen.problem.ProblemId;
import dev.gdwire.gen.problem.Problems;
import dev.gdwire.gen.schema.FolderSource;
import dev.gdwire.gen.schema.MessageLayout;
import dev.gdwire.gen.schema.SetSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Does what a {@link GeneratorRequest} asks for. The back ends are given, so that each can be used
 * and tested without the other.
 */
public final class GeneratorRun {
    /** Where the Godot add-on stands, which several sets share. */
    private static final String ADDON = "addons/gdwire/";

    private final Emitter java;
    private final Emitter godot;

    /** A run with these back ends. */
    public GeneratorRun(Emitter java, Emitter godot) {
        this.java = java;
        this.godot = godot;
    }

    /**
     * Generates, or checks. When a problem is an error, nothing is written. Problems name files as
     * they are found from the current folder, so that a terminal or an editor can open them.
     */
    public GeneratorResult run(GeneratorRequest request) {
        return run(request, new FolderSource(request.schemas()));
    }

    /** With the files of the set from somewhere else. */
    GeneratorResult run(GeneratorRequest request, SetSource source) {
        Problems found = new Problems();
        Generator.Loaded loaded =
                Generator.load(source, request.strictness(), request.options(), found);
        loaded.protocol()
                .filter(protocol -> protocol.messages().isEmpty())
                .ifPresent(protocol -> noMessage(source, loaded.layout(), found));
        List<OutputTarget> targets =
                loaded.protocol()
                        .filter(protocol -> !found.hasErrors())
                        .map(protocol -> emit(protocol, request, found))
                        .orElse(List.of());
        SetPaths paths = new SetPaths(source.label());
        Problems problems = recovered(request);
        found.sorted().stream().map(paths::located).forEach(problems::add);
        OutputReport report =
                problems.hasErrors()
                        ? OutputReport.NOTHING
                        : output(targets, request.mode(), problems);
        Optional<Protocol> protocol = problems.hasErrors() ? Optional.empty() : loaded.protocol();
        return new GeneratorResult(
                new LoadResult(protocol, problems.sorted(), paths.located(loaded.texts())), report);
    }

    /** What a run that was killed has left is ended even when nothing can be generated now. */
    private static Problems recovered(GeneratorRequest request) {
        Problems problems = new Problems();
        if (request.mode() == GeneratorRequest.Mode.WRITE) {
            new OutputWriter(problems)
                    .recover(
                            Stream.of(request.javaOut(), request.godotOut())
                                    .flatMap(Optional::stream)
                                    .toList());
        }
        return problems;
    }

    private static void noMessage(SetSource source, MessageLayout layout, Problems problems) {
        problems.error(
                ProblemId.NO_MESSAGE,
                Place.whole(source.label()),
                "the schema set has types, but no message",
                layout == MessageLayout.DEFS
                        ? "a message is an object in \"$defs\" or \"definitions\" of the file, with"
                                + " \"type\": \"object\""
                        : "a message is a file NAME.schema.json directly in the folder, with"
                                + " \"type\": \"object\"");
    }

    private List<OutputTarget> emit(
            Protocol protocol, GeneratorRequest request, Problems problems) {
        EmitOptions options = new EmitOptions(request.javaPackage());
        List<Function<Problems, List<OutputTarget>>> backEnds = new ArrayList<>();
        request.javaOut()
                .ifPresent(
                        folder -> backEnds.add(own -> javaTargets(folder, protocol, options, own)));
        request.godotOut()
                .ifPresent(
                        folder ->
                                backEnds.add(
                                        own ->
                                                godotTargets(
                                                        folder,
                                                        protocol,
                                                        godot.emit(protocol, options, own))));
        return Emission.of(backEnds, problems);
    }

    private List<OutputTarget> javaTargets(
            Path folder, Protocol protocol, EmitOptions options, Problems problems) {
        String manifest = ".gdwire-manifest-" + protocol.name();
        List<GeneratedFile> files = java.emit(protocol, options, problems);
        return List.of(new OutputTarget(folder, manifest, files));
    }

    private static List<OutputTarget> godotTargets(
            Path folder, Protocol protocol, List<GeneratedFile> files) {
        Map<Boolean, List<GeneratedFile>> parts =
                files.stream().collect(Collectors.partitioningBy(f -> f.path().startsWith(ADDON)));
        List<OutputTarget> targets = new ArrayList<>();
        if (!parts.get(true).isEmpty()) {
            targets.add(new OutputTarget(folder, ADDON + ".gdwire-manifest", parts.get(true)));
        }
        targets.add(
                new OutputTarget(folder, protocol.name() + "/.gdwire-manifest", parts.get(false)));
        return targets;
    }

    private static OutputReport output(
            List<OutputTarget> targets, GeneratorRequest.Mode mode, Problems problems) {
        OutputWriter writer = new OutputWriter(problems);
        if (mode == GeneratorRequest.Mode.WRITE) {
            return writer.write(targets);
        }
        writer.check(targets);
        return OutputReport.NOTHING;
    }
}
