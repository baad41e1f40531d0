package org.liptako.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class LiptakoTest {
    private static final String SAMPLES = "src/main/samples/rules";
    /** An option, or what picocli puts in the place of a name. */
    private static final Pattern NAMED = Pattern.compile("\\$\\{[^}]+}|(?<![\\w-])--[a-z][a-z-]+");

    private final Locale before = Locale.getDefault();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @AfterEach
    void putTheLocaleBack() {
        Locale.setDefault(before);
    }

    @Test
    void saysWhatIsMissingInOneLineAndExitsWithTwo() {
        assertThat(run(Locale.ENGLISH, "check", "--dataset", "ML-DS-001")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString())
                .startsWith("liptako: missing: --node HOST:PORT")
                .hasLineCount(1);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void saysItInFrenchWhereTheTerminalIsFrench() {
        assertThat(run(Locale.FRENCH, "rules", "check", "--rulez", "x")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).hasLineCount(1).contains("Voir « liptako rules check --help »");
    }

    @Test
    void saysWhatIsWrongWithAValueInTheReadersLanguage() {
        assertThat(run(
                        Locale.FRENCH,
                        "rules",
                        "deadline",
                        "--state",
                        "BF",
                        "--from",
                        "3 mars 2027",
                        "--days",
                        "trente"))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run(Locale.FRENCH, "rules", "explian")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run(Locale.FRENCH, "rules")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run(Locale.FRENCH, "rules", "status", "@rien.txt")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString())
                .hasLineCount(4)
                .contains("« trente » ne convient pas ; donnez un nombre entier.")
                .contains("Vouliez-vous dire « explain » ?")
                .contains("il manque une commande.")
                .contains("@rien.txt : ce fichier ne peut pas être lu ; vérifiez le chemin.");
    }

    @Test
    void saysInTheReadersLanguageWhatIsGivenTwiceOrTooMuch() {
        assertThat(run(Locale.FRENCH, "where", "ML-DS-001", "--node", "a:1", "--node", "b:1"))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run(
                        Locale.FRENCH,
                        "ask",
                        "copies",
                        "--node",
                        "a:1",
                        "--root",
                        "r",
                        "--csv",
                        "a.csv",
                        "--pdf",
                        "a.pdf"))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run(Locale.FRENCH, "tour", "juge")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString())
                .hasLineCount(3)
                .contains("--node HOST:PORT : donné deux fois ; gardez-en un.")
                .contains("--csv, --pdf : un seul à la fois ; gardez-en un.")
                .contains("« juge » ne convient pas ; choisissez parmi operator, officer, regulator, administrator.");
    }

    @Test
    void namesTheFileThatCannotBeRead(@TempDir Path empty) {
        var absent = empty.resolve("absent.pem").toString();
        int exit = run(
                Locale.ENGLISH,
                "where",
                "ML-DS-001",
                "--node",
                "127.0.0.1:1",
                "--server-name",
                "node-1.ml-bko-1.ml.aes.localhost",
                "--cert",
                absent,
                "--key",
                absent,
                "--root",
                absent);
        assertThat(exit).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains(absent).hasLineCount(1);
    }

    @Test
    void acceptsTheSampleRules() {
        assertThat(run(Locale.ENGLISH, "rules", "check", "--rules", SAMPLES, "--on", "2026-12-01"))
                .isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("67 rules, no error").doesNotContain("warning");
    }

    @Test
    void refusesADirectoryThatIsNone() {
        assertThat(run(Locale.ENGLISH, "rules", "check", "--rules", "no-such-place"))
                .isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void makesATrialTreeOnceAndNeverOverAnother(@TempDir Path parent) {
        var directory = parent.resolve("pki").toString();
        assertThat(run(Locale.ENGLISH, "pki", "init", "--dir", directory)).isEqualTo(ExitCode.DONE);
        assertThat(run(Locale.ENGLISH, "pki", "init", "--dir", directory)).isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void printsWhoMayCallWhat() {
        assertThat(run(Locale.FRENCH, "pki", "roles")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString())
                .containsPattern("RegisterService/RecordHold +officer +celui du nœud")
                .containsPattern("JournalService/ReadEntries +node, regulator +les trois");
    }

    @Test
    void makesAnEnrolmentTokenAndKeepsItsDigestAlone(@TempDir Path directory) throws IOException {
        String party = "spiffe://ml.aes.internal/node/ML-BKO-1/2";
        assertThat(run(Locale.ENGLISH, "pki", "admit", "--data-dir", directory.toString(), "--party", party))
                .isEqualTo(ExitCode.DONE);
        String token = out.toString().strip();
        assertThat(token).hasSize(43);
        try (var tickets = Files.list(directory.resolve("tickets"))) {
            assertThat(tickets)
                    .singleElement()
                    .satisfies(ticket ->
                            assertThat(ticket).content().contains(party).doesNotContain(token));
        }
        assertThat(run(Locale.ENGLISH, "pki", "admit", "--data-dir", directory.toString(), "--party", "node"))
                .isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void printsWhoMayCallWhatForMachines() {
        assertThat(run(Locale.ENGLISH, "pki", "roles", "--json")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString().lines())
                .contains("{\"call\":\"liptako.registry.v1.RegisterService/RecordHold\",\"roles\":[\"OFFICER\"],"
                        + "\"states\":\"OWN\"}");
    }

    @Test
    void countsThePeopleWhoSignedAFile(@TempDir Path parent) throws IOException {
        Path tree = parent.resolve("pki");
        run(Locale.ENGLISH, "pki", "init", "--dir", tree.toString());
        Path rules = Files.writeString(parent.resolve("rules.yaml"), "recueil: ML");
        Path signatures = parent.resolve("rules.p7s");
        assertThat(sign(rules, tree.resolve("ml/people/officer-1.key.pem"), signatures))
                .isEqualTo(ExitCode.DONE);
        assertThat(sign(rules, tree.resolve("ml/people/officer-1.key.pem"), signatures))
                .isEqualTo(ExitCode.DONE);
        assertThat(verifySignatures(rules, signatures, tree)).isEqualTo(ExitCode.NO);
        assertThat(out.toString()).contains("No quorum: 1 of 2 people").contains("signed already and counts once");
        assertThat(sign(rules, tree.resolve("ml/people/officer-2.key.pem"), signatures))
                .isEqualTo(ExitCode.DONE);
        assertThat(verifySignatures(rules, signatures, tree)).isEqualTo(ExitCode.DONE);
        Files.writeString(rules, "recueil: BF");
        assertThat(verifySignatures(rules, signatures, tree)).isEqualTo(ExitCode.NO);
        assertThat(err.toString()).isEmpty();
    }

    private int sign(Path file, Path key, Path signatures) {
        return run(Locale.ENGLISH, "sign", file.toString(), "--key", key.toString(), "--out", signatures.toString());
    }

    private int verifySignatures(Path file, Path signatures, Path tree) {
        return run(
                Locale.ENGLISH,
                "verify-signatures",
                file.toString(),
                "--signatures",
                signatures.toString(),
                "--need",
                "2",
                "--state",
                "ML",
                "--role",
                "officer",
                "--root",
                tree.resolve("aes-root.pem").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void explainsEveryCommandAndOptionInBothLanguages(String language) {
        Locale.setDefault(Locale.of(language));
        explained(new CommandLine(new Liptako()));
    }

    private static void explained(CommandLine command) {
        var spec = command.getCommandSpec();
        assertThat(command.getUsageMessage(CommandLine.Help.Ansi.OFF)).isNotBlank();
        assertThat(spec.usageMessage().header()).as(spec.qualifiedName()).isNotEmpty();
        spec.options()
                .forEach(option -> assertThat(option.description())
                        .as(spec.qualifiedName() + " " + option.longestName())
                        .isNotEmpty());
        spec.positionalParameters()
                .forEach(parameter -> assertThat(parameter.description())
                        .as(spec.qualifiedName() + " " + parameter.paramLabel())
                        .isNotEmpty());
        command.getSubcommands().values().forEach(LiptakoTest::explained);
    }

    @Test
    void hasTheSameHelpTextsInBothLanguages() throws IOException {
        assertThat(texts("help_fr.properties").keySet())
                .isEqualTo(texts("help.properties").keySet());
    }

    @Test
    void noHelpTextIsTheSameInBothLanguagesOrExplainsNothing() throws IOException {
        Properties french = texts("help_fr.properties");
        Properties english = texts("help.properties");
        Set<String> used = new HashSet<>();
        uses(new CommandLine(new Liptako()), used);

        assertThat(english.stringPropertyNames())
                .filteredOn(key -> !key.equals("usage.footer.0"))
                .allSatisfy(key -> assertThat(french.getProperty(key)).isNotEqualTo(english.getProperty(key)));
        assertThat(english.stringPropertyNames())
                .filteredOn(key -> !key.startsWith("usage.") && !key.startsWith("mixinStandardHelpOptions."))
                .allMatch(used::contains);
    }

    @Test
    void aHelpTextNamesTheSameOptionsAndValuesInBothLanguages() throws IOException {
        Properties french = texts("help_fr.properties");
        Properties english = texts("help.properties");

        assertThat(english.stringPropertyNames())
                .allSatisfy(key ->
                        assertThat(named(french.getProperty(key))).as(key).isEqualTo(named(english.getProperty(key))));
    }

    private static Set<String> named(String text) {
        return NAMED.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static void uses(CommandLine command, Set<String> used) {
        var spec = command.getCommandSpec();
        used.add(spec.qualifiedName(".") + ".usage.header");
        spec.args().forEach(argument -> used.add(String.valueOf(argument.descriptionKey())));
        command.getSubcommands().values().forEach(sub -> uses(sub, used));
    }

    private static Properties texts(String name) throws IOException {
        try (var file = Objects.requireNonNull(Liptako.class.getResourceAsStream(name), name)) {
            var texts = new Properties();
            texts.load(file);
            return texts;
        }
    }

    private int run(Locale locale, String... arguments) {
        Locale.setDefault(locale);
        return Liptako.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
