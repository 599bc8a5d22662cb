package dev.gdwire.gen.link;

/** What the steps of a path through a schema mean for names. */
final class Steps {
    private Steps() {}

    /** Whether the next step is a name that people gave. */
    static boolean isNamed(String step) {
        return step.equals("properties") || isDefinitions(step);
    }

    /** Whether the next step names a type by itself, wherever it stands. */
    static boolean isDefinitions(String step) {
        return step.equals("$defs") || step.equals("definitions");
    }

    /** Whether the next step is an index that has no part in a name. */
    static boolean isList(String step) {
        return step.equals("anyOf") || step.equals("oneOf");
    }

    /** The word for a step that has no name. */
    static String word(String step) {
        return switch (step) {
            case "items" -> "item";
            case "additionalProperties" -> "value";
            default -> step;
        };
    }
}
