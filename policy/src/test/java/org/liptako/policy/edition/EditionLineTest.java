package org.liptako.policy.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.liptako.policy.Sha256;
import org.liptako.policy.rules.Jurisdiction;

class EditionLineTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String VOCABULARY = Sha256.hex("vocabulary");

    @Test
    void readsBackWhatItWrites() throws Exception {
        RuleEdition edition = edition(2, Sha256.hex("one"), NOW, NOW.plusSeconds(60), "b");

        assertThat(EditionCodec.decode(EditionCodec.encode(edition))).isEqualTo(edition);
    }

    @Test
    void bearsTheFiguresOfItsImpact() throws Exception {
        RuleEdition silent = edition(1, null, NOW, NOW, "a");
        EditionImpact impact = new EditionImpact(100_000, 99, 0, 7, 99_999);
        RuleEdition weighed = new RuleEdition(
                silent.jurisdiction(),
                silent.version(),
                silent.previousDigest(),
                silent.act(),
                silent.restored(),
                silent.issuedAt(),
                silent.inForceFrom(),
                silent.vocabulary(),
                silent.files(),
                silent.annexes(),
                impact);

        assertThat(EditionCodec.decode(EditionCodec.encode(weighed)).impact()).contains(impact);
        assertThat(EditionCodec.decode(EditionCodec.encode(silent)).impact()).isEmpty();
        assertThat(impact.isGrave()).isFalse();
        assertThat(new EditionImpact(100_000, 98, 2, 0, 0).isGrave()).isTrue();
        assertThat(new EditionImpact(100_000, 1, 0, 0, 100_000).isGrave()).isTrue();
    }

    @Test
    void readsNoOtherFormOfTheSameEdition() {
        String document = new String(EditionCodec.encode(edition(1, null, NOW, NOW, "a")), StandardCharsets.UTF_8);

        for (String other : List.of(
                document.replace("\n", ""),
                document.replace("\"version\" : 1", "\"version\" : 1, \"more\" : 1"),
                document.replace("\"version\" : 1", "\"version\" : 1.0"),
                document.replace("10:00:00Z", "10:00:00.0Z"),
                document.replace("a.yaml", "../a.yaml"),
                document.substring(1),
                document + " ",
                "null",
                "")) {
            assertThat(other).isNotEqualTo(document);
            assertThat(catchThrowableOfType(
                            EditionFormatException.class,
                            () -> EditionCodec.decode(other.getBytes(StandardCharsets.UTF_8))))
                    .as(other)
                    .isNotNull();
        }
    }

    @Test
    void putsTheNewestEditionInForceWhoseDayHasCome() throws Exception {
        HeldEdition first = held(edition(1, null, NOW, NOW, "a"));
        HeldEdition waiting = held(edition(2, first.digest(), NOW.plusSeconds(1), NOW.plusSeconds(1_000), "b"));
        HeldEdition sooner = held(edition(3, waiting.digest(), NOW.plusSeconds(2), NOW.plusSeconds(500), "c"));
        EditionLine two = EditionLine.EMPTY.with(first, NOW).with(waiting, NOW);
        EditionLine three = two.with(sooner, NOW);

        assertThat(two.inForce(NOW.plusSeconds(999))).contains(first);
        assertThat(two.inForce(NOW.plusSeconds(1_000))).contains(waiting);
        assertThat(two.nextChange(NOW)).contains(NOW.plusSeconds(1_000));
        assertThat(two.nextChange(NOW.plusSeconds(1_000))).isEmpty();
        assertThat(three.inForce(NOW.plusSeconds(2_000))).contains(sooner);
        assertThat(three.nextChange(NOW.plusSeconds(500))).isEmpty();
        assertThat(three.inForce(NOW.minusSeconds(1))).isEmpty();
    }

    @Test
    void onlyMovesForward() throws Exception {
        HeldEdition first = held(edition(1, null, NOW, NOW, "a"));
        HeldEdition second = held(edition(2, first.digest(), NOW.plusSeconds(1), NOW.plusSeconds(1), "b"));
        EditionLine line = EditionLine.EMPTY.with(first, NOW).with(second, NOW);

        assertThat(refusal(line, first)).isEqualTo(EditionRefusal.OLD);
        assertThat(refusal(line, held(edition(2, first.digest(), NOW.plusSeconds(1), NOW.plusSeconds(1), "c"))))
                .isEqualTo(EditionRefusal.FORKED);
        assertThat(refusal(line, held(edition(3, first.digest(), NOW.plusSeconds(2), NOW.plusSeconds(2), "c"))))
                .isEqualTo(EditionRefusal.FORKED);
        assertThat(refusal(line, held(edition(4, second.digest(), NOW.plusSeconds(2), NOW.plusSeconds(2), "c"))))
                .isEqualTo(EditionRefusal.GAPPED);
        assertThat(refusal(line, held(edition(3, second.digest(), NOW.plusSeconds(1), NOW.plusSeconds(2), "c"))))
                .isEqualTo(EditionRefusal.BACKDATED);
        assertThat(refusal(line, held(edition(3, second.digest(), NOW.plusSeconds(999), NOW.plusSeconds(999), "c"))))
                .isEqualTo(EditionRefusal.FROM_THE_FUTURE);
    }

    @Test
    void withdrawsTheNewestEditionForTheOneBeforeAndNothingElse() throws Exception {
        HeldEdition first = held(edition(1, null, NOW, NOW, "a"));
        HeldEdition second = held(edition(2, first.digest(), NOW.plusSeconds(1), NOW.plusSeconds(1), "b"));
        EditionLine line = EditionLine.EMPTY.with(first, NOW).with(second, NOW);
        HeldEdition withdrawal = held(withdrawal(3, second, 1, "a"));
        EditionLine restored = line.with(withdrawal, NOW);

        assertThat(restored.inForce(NOW.plusSeconds(5))).contains(withdrawal);
        assertThat(refusal(line, held(withdrawal(3, second, 1, "c")))).isEqualTo(EditionRefusal.NOT_A_RESTORATION);
        assertThat(refusal(restored, held(withdrawal(4, withdrawal, 2, "b"))))
                .isEqualTo(EditionRefusal.NOT_A_RESTORATION);
        assertThat(EditionLine.EMPTY.with(first, NOW).restorable(NOW.plusSeconds(5)))
                .isEmpty();
    }

    private static @Nullable EditionRefusal refusal(EditionLine line, HeldEdition next) {
        RefusedEditionException refused =
                catchThrowableOfType(RefusedEditionException.class, () -> line.with(next, NOW));
        return refused == null ? null : refused.refusal();
    }

    private static HeldEdition held(RuleEdition edition) {
        return new HeldEdition(edition, Sha256.hex(EditionCodec.encode(edition)));
    }

    private static RuleEdition withdrawal(long version, HeldEdition before, long restored, String content) {
        Instant at = before.edition().issuedAt().plusSeconds(1);
        return new RuleEdition(
                Jurisdiction.BF,
                version,
                before.digest(),
                EditionAct.WITHDRAWAL,
                restored,
                at,
                at,
                VOCABULARY,
                List.of(file(content)),
                List.of());
    }

    private static RuleEdition edition(
            long version, @Nullable String previous, Instant issuedAt, Instant inForceFrom, String content) {
        return new RuleEdition(
                Jurisdiction.BF,
                version,
                previous,
                EditionAct.ENACTMENT,
                null,
                issuedAt,
                inForceFrom,
                VOCABULARY,
                List.of(file(content)),
                List.of());
    }

    private static EditionFile file(String content) {
        return new EditionFile("a.yaml", Sha256.hex(content), content.length());
    }
}
