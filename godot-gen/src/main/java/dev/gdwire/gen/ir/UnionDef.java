package dev.gdwire.gen.ir;

import java.util.List;

/**
 * An object of one of several types, told apart by the constant that each has in the same required
 * property.
 *
 * @param property wire name of that property
 * @param members the types that the schema lists: {@link RecordDef}s and other unions with the same
 *     property
 * @param cases every record that a value can be, those of unions inside too, in the order of the
 *     schema; no value of the property stands for two
 */
public record UnionDef(
        TypeName name,
        Source source,
        Doc doc,
        String property,
        List<TypeName> members,
        List<Case> cases)
        implements TypeDef {
    public UnionDef {
        members = List.copyOf(members);
        cases = List.copyOf(cases);
    }

    /**
     * One record of a union.
     *
     * @param values the values of the property that stand for it: strings, numbers or booleans,
     *     mostly one
     * @param record the record's name
     */
    public record Case(List<Literal> values, TypeName record) {
        public Case {
            values = List.copyOf(values);
        }
    }
}
