package org.liptako.policy.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.liptako.policy.rules.Findings;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.RuleError;
import org.liptako.policy.rules.SourceFile;

class AnnouncementsReaderTest {
    private final Findings findings = new Findings();

    @Test
    void takesTheDaysOfOneStateInWordsOrFigures() {
        Announcements mali = read("""
                feries:
                  - {etat: ML, date: 10 mars 2027, nom: {fr: Korité, en: End of Ramadan}}
                  - {etat: NE, date: 2027-03-11, nom: {fr: Korité, en: End of Ramadan}}
                ouvres:
                  - {etat: ML, date: 1er mai 2027}
                """);

        assertThat(findings.errors()).isEmpty();
        assertThat(mali.holidays()).extracting(Holiday::day).containsExactly(LocalDate.of(2027, 3, 10));
        assertThat(mali.workdays()).containsExactly(LocalDate.of(2027, 5, 1));
    }

    @Test
    void namesEveryMistakeByItsPlace() {
        read("""
                feries:
                  - {etat: FR, date: 10 mars 2027, nom: {fr: Korité, en: End of Ramadan}}
                  - {etat: ML, date: 31 avril 2027, nom: {fr: Korité, en: End of Ramadan}}
                  - {etat: ML, date: 10 mars 2027}
                fetes: []
                """);

        assertThat(findings.errors())
                .extracting(error -> error.place() + " " + error.code())
                .containsExactly("2:12 UNKNOWN_STATE", "3:22 NO_DAY", "4:5 MISSING_KEY", "5:1 UNKNOWN_KEY");
        assertThat(findings.errors()).extracting(RuleError::file).containsOnly("annonces.yaml");
    }

    private Announcements read(String text) {
        return AnnouncementsReader.read(
                new SourceFile("annonces.yaml", text.getBytes(UTF_8)), Jurisdiction.ML, findings);
    }

    @Test
    void anEmptyFileAnnouncesNothingAndIsAMistake() {
        assertThat(read("")).isEqualTo(new Announcements(List.of(), Set.of()));
        assertThat(findings.hasErrors()).isTrue();
    }
}
