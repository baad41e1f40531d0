package org.liptako.pki.tlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.evidence.EntryCommitment;
import org.liptako.pki.evidence.InclusionProof;

/** Each rule that a log's texts and tiles may break is told by one sentence in French and one in English. */
class MalformedLogTest {
    private static final String LINE = "\u2014 a AAAAAAA=\n";
    private static final String ROOT = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static final Digest HASH = Digest.over(new byte[0]);

    static Stream<Arguments> broken() {
        return Stream.of(
                told(() -> SignedNote.parse(new byte[1_000_001]), "et il en est lu au plus 1000000", "at most 1000000"),
                told(() -> SignedNote.parse(new byte[] {(byte) 0xff}), "pas de l'UTF-8", "not valid UTF-8"),
                told(() -> note("te\txt\n\n" + LINE), "Un caractère de commande", "a control character"),
                told(() -> note("text\n"), "Une note est un texte, une ligne vide", "A note is a text, an empty line"),
                told(() -> note("text\n\n" + LINE.repeat(65)), "il y en a au plus 64", "there are at most 64"),
                told(() -> note("text\n\n"), "Une note a de 1 à 64 signatures", "A note has 1 to 64 signatures"),
                told(
                        () -> new SignedNote("text", List.of(NoteSignature.parse(LINE.strip()))),
                        "finit par un saut de ligne",
                        "ends in a line feed"),
                told(() -> note("text\n\n- a AAAAAAA=\n"), "un tiret cadratin", "an em dash"),
                told(() -> note("text\n\n\u2014 a AAAA\n"), "les quatre octets de la clé", "the key's four bytes"),
                told(() -> note("text\n\n\u2014 a AAAAA!A=\n"), "ne l'est pas", "that must be Base64 is not"),
                told(() -> note("text\n\n\u2014 a AAAAAAB=\n"), "sans bit de trop", "no stray bits"),
                told(() -> note("text\n\n\u2014 a+b AAAAAAA=\n"), "signe plus", "without space, plus"),
                told(() -> NoteKey.parse("key"), "nom+numéro+clé", "name+number+key"),
                told(() -> NoteKey.parse("a+00000000+AAAA"), "un octet pour son type", "one byte for its type"),
                told(() -> NoteKeyType.of((byte) 2), "Seules les clés de type 1", "Only keys of type 1"),
                told(() -> Checkpoint.parse("a\n"), "une ligne pour son origine", "a line each for its origin"),
                told(() -> Checkpoint.parse("a\n1\n" + ROOT), "finissent par un saut", "end in a line feed"),
                told(() -> Checkpoint.parse("\n1\n" + ROOT + "\n"), "n'est pas vide", "is not empty"),
                told(() -> Checkpoint.parse("a\n01\n" + ROOT + "\n"), "ni zéros de tête", "or leading zeroes"),
                told(() -> Checkpoint.parse("a\n9223372036854775808\n" + ROOT + "\n"), "dépasse 2^63", "beyond 2^63"),
                told(() -> Checkpoint.parse("a\n1\nAAAA\n"), "et celle-ci en a 3", "and this one has 3"),
                told(() -> new Checkpoint("a", -1, HASH), "pas moins de 0 entrée", "no fewer than 0 entries"),
                told(() -> TilePath.parse("tile/0/67"), "Le chemin d'une tuile est tile/", "A tile's path is tile/"),
                told(() -> TilePath.parse("tile/0/x000/067"), "d'une façon", "has one spelling"),
                told(() -> new TilePath.Hashes(0, 0, 257), "une largeur de 1 à 256", "is 1 to 256 wide"),
                told(() -> new TilePath.Hashes(8, 0, 1), "aux niveaux 0 à 7", "at levels 0 to 7"),
                told(() -> new TilePath.Hashes(7, 1, 1), "Aucun arbre", "No tree"),
                told(() -> Tile.parse(new byte[33]), "pas longue de 33", "not 33 bytes long"),
                told(() -> new LogEntry(-1, new EntryCommitment(HASH)), "à partir de 0", "counted from 0"),
                told(() -> LogEntry.parse(new byte[3]), "a 40 octets, et non 3", "has 40 bytes, not 3"),
                told(() -> new EntryBundle(List.of()), "de 1 à 256 entrées", "1 to 256 entries"),
                told(() -> new EntryBundle(List.of(entry(0), entry(2))), "pas dans l'ordre", "not in order"),
                told(() -> bundle(0, 1, new byte[3]), "de largeur 1 a 42 octets", "of width 1 has 42 bytes"),
                told(() -> bundle(0, 1, new byte[42]), "a 40 octets, et non 0", "has 40 bytes, not 0"),
                told(() -> bundle(1, 1, bytes(entry(0))), "d'une autre adresse", "at another address"),
                told(() -> TlogProof.parse("proof".getBytes(UTF_8)), "Une preuve commence par", "A proof begins with"),
                told(
                        () -> TlogProof.of(new InclusionProof(0, 1, List.of()), checkpoint(2)),
                        "pour une autre taille",
                        "for another size"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void theRuleIsToldInBothLanguages(ThrowingCallable act, String french, String english) {
        MalformedLogException broken = catchThrowableOfType(MalformedLogException.class, act);

        assertThat(broken.french()).contains(french).endsWith(".").doesNotContain(english);
        assertThat(broken.english()).contains(english).endsWith(".").isEqualTo(broken.getMessage());
    }

    @Test
    void aTileThatIsTooNarrowForItsTreeIsToldInBothLanguages() {
        TileTree tree = new TileTree(2, path -> Tile.of(List.of(HASH)));

        MalformedLogException broken = catchThrowableOfType(MalformedLogException.class, tree::root);

        assertThat(broken.french()).isEqualTo("La tuile tile/0/000.p/2 a la largeur 1, et il faut 2.");
        assertThat(broken.english()).isEqualTo("The tile tile/0/000.p/2 has width 1, and 2 is needed.");
    }

    private static Arguments told(ThrowingCallable act, String french, String english) {
        return Arguments.of(act, french, english);
    }

    private static SignedNote note(String text) {
        return SignedNote.parse(text.getBytes(UTF_8));
    }

    private static SignedNote checkpoint(long size) {
        return new SignedNote(new Checkpoint("a", size, HASH).text(), List.of(NoteSignature.parse(LINE.strip())));
    }

    private static LogEntry entry(long index) {
        return new LogEntry(index, new EntryCommitment(HASH));
    }

    private static byte[] bytes(LogEntry entry) {
        return new EntryBundle(List.of(entry)).toBytes();
    }

    private static EntryBundle bundle(long index, int width, byte[] bytes) {
        return EntryBundle.parse(new TilePath.Entries(index, width), bytes);
    }
}
