package dev.gdwire.examples.arena.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LinearPolicyTest {
    private final Environment.Shape shape = new Environment.Shape(1, 2, 2);

    @Test
    void weighsTheObservationAndCutsTheAction() {
        LinearPolicy policy = new LinearPolicy(shape, new double[] {0.5, 0.25, 0.125, 9, 0, 0});
        assertThat(policy.act(new float[] {1, -1})).containsExactly(0.375f, 1.0f);
        assertThat(policy.act(new float[] {-1, 0})).containsExactly(-0.375f, -1.0f);
    }

    @Test
    void refusesAnotherNumberOfWeights() {
        assertThatThrownBy(() -> new LinearPolicy(shape, new double[5]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected 6 weights, got 5");
    }
}
