package dev.gdwire.gen.link;

import dev.gdwire.gen.ir.FieldDef;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.Rule;
import dev.gdwire.gen.ir.TupleDef;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.ir.TypeName;
import dev.gdwire.gen.ir.TypeRef;
import dev.gdwire.gen.ir.UnknownFields;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the records that must keep what they do not know: those of which a rule asks for more than
 * their fields, and those that are compared or looked into as a whole. What a rule asks for has no
 * default, and its type keeps apart what JSON does.
 */
final class KeptRecords {
    private final Map<TypeName, TypeDef> types = new HashMap<>();
    private final Set<TypeName> kept = new HashSet<>();

    /** Those that are kept with all that they are made of. */
    private final Set<TypeName> whole = new HashSet<>();

    private final Deque<TypeName> waiting = new ArrayDeque<>();

    KeptRecords(Collection<TypeDef> definitions) {
        definitions.forEach(type -> types.put(type.name(), type));
        for (TypeDef type : definitions) {
            if (type instanceof RecordDef object) {
                look(object);
            } else if (type instanceof TupleDef && !type.rule().isAnything()) {
                keep(type.name());
            }
            TypeParts.of(type).forEach(this::look);
        }
        while (!waiting.isEmpty()) {
            TypeParts.of(types.get(waiting.remove())).forEach(this::keep);
        }
    }

    /** The definition as it must be. */
    TypeDef apply(TypeDef type) {
        if (type instanceof RecordDef object) {
            return apply(object);
        }
        return type instanceof TupleDef tuple && whole.contains(tuple.name())
                ? new TupleDef(
                        tuple.name(),
                        tuple.source(),
                        tuple.doc(),
                        tuple.items().stream().map(KeptRecords::asWritten).toList(),
                        tuple.rule())
                : type;
    }

    private RecordDef apply(RecordDef object) {
        boolean keeps = kept.contains(object.name()) && object.unknown() == UnknownFields.IGNORED;
        return new RecordDef(
                object.name(),
                object.source(),
                object.doc(),
                fields(object),
                keeps ? UnknownFields.KEPT : object.unknown(),
                keeps ? Optional.of(new TypeRef.JsonRef(Rule.ANYTHING)) : object.others(),
                object.rule());
    }

    /** A default would be seen where nothing was; so what is asked for has none. */
    private List<FieldDef> fields(RecordDef object) {
        RuleReach reach = RuleReach.of(object.rule());
        List<FieldDef> fields = new ArrayList<>();
        for (FieldDef field : object.fields()) {
            boolean exact =
                    whole.contains(object.name())
                            || reach.everyValue()
                            || reach.members().contains(field.wireName());
            FieldDef plain =
                    exact || reach.everyMember() ? field.withDefault(Optional.empty()) : field;
            fields.add(exact ? plain.withType(AsWritten.of(field.type())) : plain);
        }
        return fields;
    }

    private static TupleDef.Item asWritten(TupleDef.Item item) {
        return new TupleDef.Item(
                item.label(), item.source(), item.doc(), AsWritten.of(item.type()));
    }

    private void look(RecordDef object) {
        RuleReach reach = RuleReach.of(object.rule());
        List<String> fields = object.fields().stream().map(FieldDef::wireName).toList();
        if (reach.everyMember() || !fields.containsAll(reach.members())) {
            kept.add(object.name());
        }
        if (reach.deep()) {
            TypeParts.of(object).forEach(this::keep);
        }
    }

    /** Lists of different items, and values with rules, are compared as a whole. */
    private void look(TypeRef type) {
        boolean whole =
                type instanceof TypeRef.CheckedRef
                        || type instanceof TypeRef.ListRef list && list.unique();
        Optional<TypeRef> inside = TypeParts.inside(type);
        inside.ifPresent(whole ? this::keep : this::look);
    }

    private void keep(TypeRef type) {
        if (type instanceof TypeRef.NamedRef named) {
            keep(named.name());
        } else {
            TypeParts.inside(type).ifPresent(this::keep);
        }
    }

    private void keep(TypeName name) {
        kept.add(name);
        if (whole.add(name)) {
            waiting.add(name);
        }
    }
}
