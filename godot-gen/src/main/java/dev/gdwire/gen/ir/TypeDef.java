package dev.gdwire.gen.ir;

/** A type that has a name, and so a class of its own in both languages. */
public sealed interface TypeDef permits RecordDef, EnumDef, UnionDef, TupleDef {
    TypeName name();

    Source source();

    Doc doc();

    /** What is checked of a value as a whole, after its parts. */
    default Rule rule() {
        return Rule.ANYTHING;
    }
}
