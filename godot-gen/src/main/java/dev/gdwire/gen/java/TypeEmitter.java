package dev.gdwire.gen.java;

import com.palantir.javapoet.TypeSpec;
import dev.gdwire.gen.ir.EnumDef;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.TupleDef;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.ir.UnionDef;
import java.util.List;

/** Writes the classes of one type of a schema set. */
final class TypeEmitter {
    private final RecordEmitter records;
    private final CodecEmitter codecs;
    private final EnumEmitter enums;
    private final OpenEnumEmitter openEnums;
    private final UnionEmitter unions;

    TypeEmitter(JavaSet set, JavaTypes types, Components components) {
        this.records = new RecordEmitter(set, types, components);
        this.codecs = new CodecEmitter(set, components);
        this.enums = new EnumEmitter(set, types);
        this.openEnums = new OpenEnumEmitter(set, types);
        this.unions = new UnionEmitter(set, types, components);
    }

    List<TypeSpec.Builder> emit(TypeDef type) {
        if (type instanceof RecordDef record) {
            return List.of(records.emit(record), codecs.emit(record));
        }
        if (type instanceof TupleDef tuple) {
            return List.of(records.emit(tuple), codecs.emit(tuple));
        }
        if (type instanceof UnionDef union) {
            return List.of(unions.emit(union), unions.codec(union));
        }
        EnumDef definition = (EnumDef) type;
        return List.of(
                definition.open().isPresent()
                        ? openEnums.emit(definition)
                        : enums.emit(definition));
    }
}
