package dev.gdwire.gen.java;

import dev.gdwire.gen.ir.EnumDef;
import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.output.GeneratedFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Writes the Java side of a schema set. It is stateless, and the same input gives the same files,
 * byte for byte.
 */
public final class JavaEmitter {
    private static final String SERVICE = "META-INF/services/dev.gdwire.protocol.Protocol";

    /** An emitter. */
    public JavaEmitter() {}

    /**
     * The Java sources of a schema set, sorted by path. It must have no problems, see {@link
     * JavaNameChecker}.
     *
     * @param javaPackage package of all its classes
     */
    public List<GeneratedFile> emit(Protocol protocol, String javaPackage) {
        JavaSet set = new JavaSet(protocol, javaPackage);
        JavaTypes types = new JavaTypes(set);
        Components components = new Components(types, new Literals(set, types));
        SourceWriter writer = new SourceWriter(set);

        List<GeneratedFile> files = new ArrayList<>();
        RecordEmitter records = new RecordEmitter(set, types, components);
        CodecEmitter codecs = new CodecEmitter(set, components);
        for (RecordDef record : set.records()) {
            String schema = record.source().file();
            files.add(writer.write(records.emit(record), schema));
            files.add(writer.write(codecs.emit(record), schema));
        }
        EnumEmitter enums = new EnumEmitter(set);
        for (EnumDef definition : set.enums()) {
            files.add(writer.write(enums.emit(definition), definition.source().file()));
        }
        RegistryEmitter registry = new RegistryEmitter(set);
        registry.interfaces().forEach(type -> files.add(writer.write(type)));
        files.add(writer.write(registry.registry()));
        files.add(writer.packageInfo());
        files.sort(Comparator.comparing(GeneratedFile::path));
        return files;
    }

    /** The resources of a schema set: what {@link java.util.ServiceLoader} finds it by. */
    public List<GeneratedFile> emitResources(Protocol protocol, String javaPackage) {
        String registry = new JavaSet(protocol, javaPackage).registry().canonicalName();
        return List.of(new GeneratedFile(SERVICE, registry + "\n"));
    }
}
