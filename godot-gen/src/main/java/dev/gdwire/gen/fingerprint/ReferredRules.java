package dev.gdwire.gen.fingerprint;

import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.Rule;
import dev.gdwire.gen.ir.TupleDef;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.ir.TypeRef;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds the rules that the rules of a type refer to, and those that these refer to. */
final class ReferredRules {
    private final Map<String, Rule> all;
    private final SortedMap<String, Rule> found = new TreeMap<>();

    private ReferredRules(Map<String, Rule> all) {
        this.all = all;
    }

    static SortedMap<String, Rule> of(TypeDef type, Map<String, Rule> all) {
        ReferredRules rules = new ReferredRules(all);
        if (type instanceof RecordDef object) {
            rules.add(object.rule().schema());
            object.fields().forEach(field -> rules.add(field.type()));
            object.others().ifPresent(rules::add);
        } else if (type instanceof TupleDef tuple) {
            tuple.items().forEach(item -> rules.add(item.type()));
        }
        return rules.found;
    }

    private void add(TypeRef type) {
        if (type instanceof TypeRef.JsonRef json) {
            add(json.rule().schema());
        } else if (type instanceof TypeRef.CheckedRef checked) {
            add(checked.rule().schema());
            add(checked.type());
        } else if (type instanceof TypeRef.NullableRef nullable) {
            add(nullable.type());
        } else if (type instanceof TypeRef.ListRef list) {
            add(list.items());
        } else if (type instanceof TypeRef.MapRef map) {
            add(map.values());
        }
    }

    private void add(Literal rule) {
        if (rule instanceof Literal.ListLiteral list) {
            list.items().forEach(this::add);
        } else if (rule instanceof Literal.ObjectLiteral object) {
            object.members().values().forEach(this::add);
            if (object.members().get("$ref") instanceof Literal.StringLiteral name) {
                addNamed(name.value());
            }
        }
    }

    private void addNamed(String name) {
        Rule rule = all.get(name);
        if (rule != null && found.putIfAbsent(name, rule) == null) {
            add(rule.schema());
        }
    }
}
