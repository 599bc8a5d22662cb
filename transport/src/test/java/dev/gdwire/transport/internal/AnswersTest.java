package dev.gdwire.transport.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class AnswersTest {
    /** Each step opens or answers one of four requests. */
    @Property
    void eachIsOpenUntilItIsAnswered(@ForAll List<@IntRange(min = 0, max = 7) Integer> steps) {
        Answers answers = new Answers(0);
        Map<Long, String> model = new HashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            int step = steps.get(i);
            long id = 1 + step / 2;
            if (step % 2 == 0) {
                String tag = "tag " + i % 3;
                assertThat(answers.open(id, tag)).isEqualTo(model.putIfAbsent(id, tag) == null);
            } else {
                assertThat(answers.close(id)).isEqualTo(model.remove(id) != null);
            }
            for (long any = 0; any <= 5; any++) {
                assertThat(answers.replyTag(any)).isEqualTo(model.get(any));
            }
        }
    }
}
