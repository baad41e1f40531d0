package org.liptako.node.cli.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.liptako.exchange.v1.DamagedFile;
import org.liptako.exchange.v1.UnreadCopy;
import org.liptako.exchange.v1.VerifiedCopy;
import org.liptako.federation.v1.Sentence;
import org.liptako.node.cli.Language;
import org.liptako.node.cli.Screen;

class VerdictTextTest {
    private static final String ROOT = "ab".repeat(32);
    private static final VerifiedCopy SOUND =
            VerifiedCopy.newBuilder().setVersionRoot(ROOT).setChunks(40).build();
    private static final VerifiedCopy DAMAGED = SOUND.toBuilder()
            .setDamaged(3)
            .addFiles(DamagedFile.newBuilder()
                    .setPath("données/2024.csv")
                    .setChunks(3)
                    .setFirstChunk(7))
            .build();

    @Test
    void aSoundCopySaysSoWithItsVersion() {
        assertThat(printed(SOUND, Language.ENGLISH)).contains("SOUND  all 40 chunks", ROOT, "The journal says so.");
        assertThat(printed(SOUND, Language.FRENCH))
                .contains("INTACTE  les 40 blocs", ROOT, "C'est inscrit au journal.");
        assertThat(VerdictText.isSound(SOUND)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aDamagedCopyNamesTheFilesAndWhatFollowsInLinesOfEightyLetters(Language language) {
        String printed = printed(DAMAGED, language);
        assertThat(printed)
                .contains("données/2024.csv", "7", language.choose("ENDOMMAGÉE  3 blocs", "DAMAGED  3 chunks"));
        assertThat(printed.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
        assertThat(printed(DAMAGED.toBuilder().setPublished(true).build(), language))
                .contains(language.choose("publiez", "publish"));
        assertThat(VerdictText.isSound(DAMAGED)).isFalse();
    }

    @Test
    void oneThatIsBeingRepairedSaysWhatItWaitsFor() {
        VerifiedCopy mended = VerifiedCopy.newBuilder()
                .setVersionRoot(ROOT)
                .setInRepair(Sentence.newBuilder()
                        .setFr("La source (Mali) ne répond pas.")
                        .setEn("The source (Mali) does not answer."))
                .build();
        assertThat(printed(mended, Language.ENGLISH))
                .contains("BEING REPAIRED", "→ The source (Mali) does not answer.");
        assertThat(VerdictText.isSound(mended)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void oneThatWasNotReadSaysWhyInLinesOfEightyLetters(Language language) {
        assertThat(unread(UnreadCopy.UNREAD_COPY_GONE, language)).contains(language.choose("DISPARUE", "GONE"));
        assertThat(unread(UnreadCopy.UNREAD_COPY_MANIFEST, language))
                .contains(language.choose("MANIFESTE ENDOMMAGÉ", "MANIFEST DAMAGED"));
        assertThat(unread(UnreadCopy.UNREAD_COPY_REPLACED, language))
                .contains(language.choose("REMPLACÉE", "REPLACED"));
    }

    @Test
    void onlyOneThatAnotherVersionHasReplacedIsInOrderWithoutBeingSound() {
        assertThat(VerdictText.isInOrder(SOUND)).isTrue();
        assertThat(VerdictText.isInOrder(DAMAGED)).isFalse();
        assertThat(VerdictText.isInOrder(notRead(UnreadCopy.UNREAD_COPY_GONE))).isFalse();
        assertThat(VerdictText.isInOrder(notRead(UnreadCopy.UNREAD_COPY_MANIFEST)))
                .isFalse();
        assertThat(VerdictText.isInOrder(notRead(UnreadCopy.UNREAD_COPY_IN_REPAIR)))
                .isFalse();
        assertThat(VerdictText.isInOrder(notRead(UnreadCopy.UNREAD_COPY_REPLACED)))
                .isTrue();
        assertThat(VerdictText.isSound(notRead(UnreadCopy.UNREAD_COPY_REPLACED)))
                .isFalse();
    }

    private static VerifiedCopy notRead(UnreadCopy why) {
        return VerifiedCopy.newBuilder()
                .setVersionRoot(ROOT)
                .setUnread(why)
                .setInRepair(Sentence.newBuilder().setFr("Attend.").setEn("Waits."))
                .build();
    }

    private static String unread(UnreadCopy why, Language language) {
        String printed = printed(notRead(why), language);
        assertThat(printed).contains(ROOT, language.choose("→ Attend.", "→ Waits."));
        assertThat(printed.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
        return printed;
    }

    private static String printed(VerifiedCopy copy, Language language) {
        StringWriter written = new StringWriter();
        VerdictText.print(copy, new Screen(new PrintWriter(written), new PrintWriter(new StringWriter()), language));
        return written.toString();
    }
}
