package dev.gdwire.gen.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files that belong to other schema sets, whose manifests stand beside that of a target. They
 * begin with the generator's header as its own do, so that only these manifests tell them apart.
 */
final class OtherSets {
    private final Map<String, Owner> owners = new HashMap<>();

    private OtherSets() {}

    /**
     * Whose a file is.
     *
     * @param set name of the schema set
     * @param manifest the one that lists the file
     */
    record Owner(String set, Path manifest) {}

    /**
     * The other sets in a target's folder.
     *
     * @throws IOException if it cannot be read
     */
    static OtherSets of(OutputTarget target) throws IOException {
        OtherSets others = new OtherSets();
        Path own = target.folder().resolve(target.manifest());
        for (Path manifest : manifestsBeside(own)) {
            others.add(manifest);
        }
        return others;
    }

    /** The set whose file this is; a disk may not tell case. */
    Optional<Owner> owner(String path) {
        return Optional.ofNullable(owners.get(Paths.folded(path)));
    }

    private static List<Path> manifestsBeside(Path own) throws IOException {
        if (!Files.isDirectory(own.getParent())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(own.getParent())) {
            return files.filter(file -> file.getFileName().toString().startsWith(Manifest.OF_SET))
                    .filter(file -> !file.getFileName().equals(own.getFileName()))
                    .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }

    private void add(Path manifest) throws IOException {
        byte[] content = Files.readAllBytes(manifest);
        if (Manifest.isOne(content)) {
            String set = manifest.getFileName().toString().substring(Manifest.OF_SET.length());
            Owner owner = new Owner(set, manifest);
            Manifest.parse(content)
                    .hashes()
                    .keySet()
                    .forEach(path -> owners.putIfAbsent(Paths.folded(path), owner));
        }
    }
}
