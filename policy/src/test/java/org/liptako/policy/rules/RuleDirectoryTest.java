package org.liptako.policy.rules;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.policy.Sha256;
import org.liptako.policy.vocabulary.Vocabulary;

class RuleDirectoryTest {

    @TempDir
    Path directory;

    @BeforeEach
    void fourJurisdictionsWithoutRules() throws IOException {
        for (String jurisdiction : List.of("ml", "bf", "ne", "aes")) {
            write(jurisdiction + ".yaml", BookTexts.empty(jurisdiction));
        }
    }

    @Test
    void takesFilesFromAnyFolderAndLeavesScenariosAndReadmesAlone() throws IOException {
        write("README.md", "# Règles");
        write("notes/README", "");
        write("ml.essais.yaml", "not: [even, yaml");
        write("a/b/bf.yml", BookTexts.withRule("effet: autoriser", "en_vigueur: {du: 2026-01-01}"));

        RuleSet ruleSet = loaded();

        assertThat(ruleSet.rule("BF-1")).isPresent();
        assertThat(ruleSet.of(Jurisdiction.BF).files())
                .extracting(RuleFile::path)
                .containsExactly("a/b/bf.yml", "bf.yaml");
    }

    @Test
    void digestsWhatSha256sumPrints() throws IOException {
        RuleSet ruleSet = loaded();

        String file = Sha256.hex(BookTexts.empty("ml"));
        String mali = Sha256.hex(file + "  ml.yaml\n");
        assertThat(ruleSet.of(Jurisdiction.ML).digest()).isEqualTo(mali);
        assertThat(ruleSet.digest())
                .isEqualTo(Sha256.hex("ML %s\nBF %s\nNE %s\nAES %s\nvocabulary %s\n"
                        .formatted(
                                mali,
                                ruleSet.of(Jurisdiction.BF).digest(),
                                ruleSet.of(Jurisdiction.NE).digest(),
                                ruleSet.of(Jurisdiction.AES).digest(),
                                Vocabulary.standard().digest())));
    }

    @Test
    void refusesAJurisdictionThatIsNotThere() throws IOException {
        Files.delete(directory.resolve("ne.yaml"));

        assertThat(errors())
                .containsExactly(
                        "JURISDICTION_MISSING .:1:1 Le recueil NE manque : ajoutez ses règles, ou un fichier qui dit"
                                + " « recueil: NE » et « regles: [] ».");
    }

    @Test
    void refusesFilesThatAreNotOfRules() throws IOException {
        write("bf.yaml.bak", "");
        write("x.essais.yml", "");
        write("ML.YAML", "");

        assertThat(errors())
                .extracting(error -> error.substring(0, error.indexOf(':')))
                .containsExactly("FOREIGN_FILE ML.YAML", "FOREIGN_FILE bf.yaml.bak", "SCENARIO_NAME x.essais.yml");
    }

    @Test
    void refusesALoopOfLinks() throws IOException {
        Files.createSymbolicLink(directory.resolve("loop"), directory);

        assertThat(errors()).singleElement().asString().startsWith("UNREADABLE .:1:1");
    }

    @Test
    void refusesALinkThatLeadsNowhere() throws IOException {
        Files.createSymbolicLink(directory.resolve("gone.yaml"), directory.resolve("nowhere"));

        assertThat(errors()).singleElement().asString().startsWith("UNREADABLE gone.yaml:1:1");
    }

    @Test
    void refusesADirectoryThatDoesNotExist() {
        LoadResult result = new RuleLoader(Vocabulary.standard()).load(directory.resolve("nowhere"));

        assertThat(((LoadResult.Rejected) result).errors())
                .extracting(RuleError::code)
                .containsExactly("NO_DIRECTORY");
    }

    @Test
    void refusesTextThatIsNotUtf8() throws IOException {
        Files.write(directory.resolve("bf.yaml"), "recueil: BF\nregles: [] # été\n".getBytes(ISO_8859_1));

        assertThat(errors())
                .containsExactly("NOT_UTF_8 bf.yaml:2:14 Le fichier n'est pas de l'UTF-8 valide à cet endroit :"
                        + " enregistrez-le en UTF-8.");
    }

    @Test
    void namesWhatWasSavedInThePlaceOfText() throws IOException {
        Files.write(directory.resolve("bf.yaml"), "%PDF-1.7\n%\u00E2\u00E3\n".getBytes(ISO_8859_1));
        Files.write(directory.resolve("ml.yaml"), "PK\u0003\u0004\u0014".getBytes(ISO_8859_1));
        Files.write(directory.resolve("ne.yaml"), "recueil: NE\nregles: []\n".getBytes(UTF_16));

        assertThat(errors())
                .hasSize(3)
                .anySatisfy(error -> assertThat(error)
                        .startsWith("OTHER_FORMAT bf.yaml:1:1 ")
                        .contains("un PDF"))
                .anySatisfy(error -> assertThat(error)
                        .startsWith("OTHER_FORMAT ml.yaml:1:1 ")
                        .contains("docx"))
                .anySatisfy(error -> assertThat(error).startsWith("UTF_16 ne.yaml:1:1 "));
    }

    @Test
    void refusesAByteOrderMarkAndControlCharacters() throws IOException {
        write("bf.yaml", "\uFEFF" + BookTexts.empty("bf"));
        write("ne.yaml", "recueil: NE\nregles: [] # \u0007\n");

        assertThat(errors())
                .containsExactly(
                        "BYTE_ORDER_MARK bf.yaml:1:1 Le fichier commence par une marque d'ordre des octets (BOM) :"
                                + " enregistrez-le en UTF-8 sans BOM.",
                        "UNPRINTABLE ne.yaml:2:14 Le caractère de contrôle U+0007 est interdit : supprimez-le.");
    }

    @Test
    void refusesHalfOfASurrogatePair() throws IOException {
        write("bf.yaml", "recueil: BF\n\"\\uD800\": 1\nregles: []\n");

        assertThat(errors()).singleElement().asString().startsWith("HALF_CHARACTER bf.yaml:2:1");
    }

    @Test
    void refusesNestingMadeToExhaustTheStack() throws IOException {
        write("bf.yaml", "recueil: BF\nregles: " + "[".repeat(100_000) + "\n");

        assertThat(errors())
                .containsExactly("TOO_DEEP bf.yaml:2:72 Plus de 64 niveaux sont imbriqués ici : simplifiez.");
    }

    @Test
    void saysNoMoreThanAThousandErrors() throws IOException {
        write("bf.yaml", "recueil: BF\nregles: [" + "x, ".repeat(5_000) + "x]\n");

        assertThat(errors())
                .hasSize(1_001)
                .last()
                .asString()
                .endsWith("Il y a encore 4001 erreurs : corrigez d'abord celles-ci.");
    }

    private void write(String path, String text) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, UTF_8);
    }

    private RuleSet loaded() {
        LoadResult result = new RuleLoader(Vocabulary.standard()).load(directory);
        assertThat(result).isInstanceOf(LoadResult.Loaded.class);
        return ((LoadResult.Loaded) result).ruleSet();
    }

    private List<String> errors() {
        LoadResult result = new RuleLoader(Vocabulary.standard()).load(directory);
        assertThat(result).isInstanceOf(LoadResult.Rejected.class);
        return ((LoadResult.Rejected) result)
                .errors().stream()
                        .map(error -> error.code() + " " + error.where() + " "
                                + error.wording().fr())
                        .toList();
    }
}
