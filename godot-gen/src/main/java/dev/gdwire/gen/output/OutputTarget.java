package dev.gdwire.gen.output;

import java.nio.file.Path;
import java.util.List;

/**
 * Files for one folder, with the manifest that says which files there are the generator's.
 *
 * @param folder the output folder; made when it does not exist
 * @param manifest path of the manifest below the folder, with forward slashes
 * @param files all files that belong there; whatever else the manifest lists is deleted
 */
public record OutputTarget(Path folder, String manifest, List<GeneratedFile> files) {
    public OutputTarget {
        files = List.copyOf(files);
    }
}
