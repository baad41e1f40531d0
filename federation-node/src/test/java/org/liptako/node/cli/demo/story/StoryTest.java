package org.liptako.node.cli.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.liptako.node.cli.demo.stage.Step;
import org.liptako.node.wire.Sentence;

class StoryTest {
    @Test
    void everyStepsNumberIsItsPlaceAndItsEnglishIsSetAsEnglish() {
        for (int place = 1; place <= Story.steps().size(); place++) {
            Step step = Story.steps().get(place - 1);
            assertThat(step.name()).startsWith(place + " ");
            assertThat(Stream.of(step.title(), step.outcome()).map(Sentence::en))
                    .noneMatch(text -> text.matches(".*( [:;!?]|[«»à-ÿ]).*"));
        }
    }
}
