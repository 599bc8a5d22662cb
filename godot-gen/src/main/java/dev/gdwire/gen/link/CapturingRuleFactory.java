package dev.gdwire.gen.link;

import com.sun.codemodel.JClass;
import com.sun.codemodel.JClassContainer;
import com.sun.codemodel.JDefinedClass;
import com.sun.codemodel.JPackage;
import com.sun.codemodel.JType;
import org.jsonschema2pojo.DefaultGenerationConfig;
import org.jsonschema2pojo.NoopAnnotator;
import org.jsonschema2pojo.NoopRuleLogger;
import org.jsonschema2pojo.rules.Rule;
import org.jsonschema2pojo.rules.RuleFactory;

/**
 * The rules of jsonschema2pojo, of which those for references, objects, enums, properties, arrays
 * and types note what they meet. The code model that they fill is thrown away.
 */
final class CapturingRuleFactory extends RuleFactory {
    private final Captures captures;

    CapturingRuleFactory(Captures captures, PlainSchemaStore store) {
        super(new Config(), new NoopAnnotator(), store);
        this.captures = captures;
        setLogger(new NoopRuleLogger());
    }

    @Override
    public Rule<JClassContainer, JType> getSchemaRule() {
        return new CapturingSchemaRule(this, captures);
    }

    @Override
    public Rule<JPackage, JType> getObjectRule() {
        return new CapturingObjectRule(this, captures);
    }

    @Override
    public Rule<JClassContainer, JType> getEnumRule() {
        return (name, node, parent, container, schema) -> {
            captures.add(node, new Captured.EnumType());
            return container.owner().ref(String.class);
        };
    }

    @Override
    public Rule<JDefinedClass, JDefinedClass> getPropertyRule() {
        return new CapturingPropertyRule(this, captures);
    }

    @Override
    public Rule<JPackage, JClass> getArrayRule() {
        return new CapturingArrayRule(this, captures);
    }

    @Override
    public Rule<JClassContainer, JType> getTypeRule() {
        return new CapturingTypeRule(this, captures);
    }

    /** Integers are long and numbers double, whatever their limits. */
    private static final class Config extends DefaultGenerationConfig {
        @Override
        public boolean isUseLongIntegers() {
            return true;
        }

        @Override
        public boolean isUseDoubleNumbers() {
            return true;
        }

        @Override
        public String getRefFragmentPathDelimiters() {
            // Not ".": names of properties may have dots.
            return "#/";
        }
    }
}
