package org.liptako.node.journal.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.liptako.pki.name.SiteId;

class ErasureStatementTest {
    private static final Instant AT = Instant.parse("2026-11-22T20:00:00Z");
    private static final ReplicaErased ERASED = new ReplicaErased(
            AT, new GrantSerial("ML-" + "ab".repeat(16)), new DatasetId("ML-DS-008"), new SiteId("BF-OUA-1"));
    private static final List<ErasureLookup> NOTHING = List.of(
            nothing(ErasureMedium.SNAPSHOTS), nothing(ErasureMedium.TAPES), nothing(ErasureMedium.ARRAY_REPLICAS));

    @Test
    void hasOneFormInBytes() {
        byte[] json = statement(NOTHING, "A. Traoré").toJson();
        assertThat(ErasureStatement.parse(json)).isEqualTo(statement(NOTHING, "A. Traoré"));
        assertThat(new String(json, UTF_8))
                .startsWith("{\"format\":\"liptako-erasure-statement/v1\",\"grant\":\"ML-abab")
                .contains("{\"medium\":\"TAPES\",\"lookedAt\":\"none here\"}")
                .endsWith("\"name\":\"A. Traoré\",\"at\":\"2026-11-22T20:00:00Z\"}");
        byte[] spaced = (new String(json, UTF_8) + " ").getBytes(UTF_8);
        assertThatIllegalArgumentException().isThrownBy(() -> ErasureStatement.parse(spaced));
    }

    @Test
    void speaksOfEachMediumOnceAndInOrder() {
        List<ErasureLookup> reversed = new ArrayList<>(NOTHING);
        Collections.reverse(reversed);
        List<ErasureLookup> twice = new ArrayList<>(NOTHING);
        twice.add(nothing(ErasureMedium.ARRAY_REPLICAS));
        for (List<ErasureLookup> wrong : List.of(List.<ErasureLookup>of(), NOTHING.subList(1, 3), reversed, twice)) {
            assertThatIllegalArgumentException().isThrownBy(() -> statement(wrong, "A. Traoré"));
        }
        List<ErasureLookup> more = new ArrayList<>(NOTHING);
        more.add(nothing(ErasureMedium.OTHER));
        assertThat(statement(more, "A. Traoré").lookups()).hasSize(4);
    }

    @Test
    void aFindHasAnEndAndWordsAreOneLine() {
        LocalDate day = LocalDate.parse("2026-12-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ErasureLookup(ErasureMedium.TAPES, "all", "two tapes", null, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ErasureLookup(ErasureMedium.TAPES, "all", "two tapes", "shredded", null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ErasureLookup(ErasureMedium.TAPES, "all", null, "shredded", day));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ErasureLookup(ErasureMedium.TAPES, " ", null, null, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ErasureLookup(ErasureMedium.TAPES, "a\nb", null, null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> statement(NOTHING, "x".repeat(121)));
    }

    @Test
    void whatIsDoneOnTheDayOfSigningNoLongerRemains() {
        assertThat(statement(NOTHING, "A. Traoré").remainsUntil()).isEmpty();
        assertThat(withATape("2026-11-22").remainsUntil()).isEmpty();
        assertThat(withATape("2026-11-23").remainsUntil()).hasValue(LocalDate.parse("2026-11-23"));
    }

    private static ErasureStatement withATape(String day) {
        return statement(
                List.of(
                        NOTHING.get(0),
                        new ErasureLookup(
                                ErasureMedium.TAPES, "all", "two tapes", "to be shredded", LocalDate.parse(day)),
                        NOTHING.get(2)),
                "A. Traoré");
    }

    private static ErasureStatement statement(List<ErasureLookup> lookups, String name) {
        return ErasureStatement.of(ERASED, 41, lookups, name, AT);
    }

    private static ErasureLookup nothing(ErasureMedium medium) {
        return new ErasureLookup(medium, "none here", null, null, null);
    }
}
