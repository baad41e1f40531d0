package org.liptako.policy.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liptako.policy.rules.Fields;
import org.liptako.policy.rules.Findings;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.Quoted;
import org.liptako.policy.rules.Shapes;
import org.liptako.policy.rules.SourceFile;
import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.yaml.YamlNode;
import org.liptako.policy.yaml.YamlReader;

/**
 * Reads a file of announced days: {@code feries}, a list of {@code {etat, date, nom: {fr, en}}}, and {@code ouvres}, a list of
 * {@code {etat, date}}. Dates may be written in words.
 */
public final class AnnouncementsReader {
    private static final List<String> KEYS = List.of("feries", "ouvres");
    private static final List<String> HOLIDAY_KEYS = List.of("etat", "date", "nom");
    private static final List<String> WORKDAY_KEYS = List.of("etat", "date");

    private final Findings.OfFile findings;
    private final Shapes shapes;
    private final Jurisdiction state;

    private AnnouncementsReader(Findings.OfFile findings, Jurisdiction state) {
        this.findings = findings;
        this.shapes = new Shapes(findings);
        this.state = state;
    }

    /** What the file says of one State; the findings have errors where it is wrong, whichever State it speaks of there. */
    public static Announcements read(SourceFile file, Jurisdiction state, Findings findings) {
        AnnouncementsReader reader = new AnnouncementsReader(findings.in(file.path()), state);
        return new YamlReader()
                .read(file.bytes(), reader.findings::error)
                .flatMap(root -> reader.shapes.fields(root, "feries", KEYS))
                .map(reader::announcements)
                .orElse(Announcements.NONE);
    }

    private Announcements announcements(Fields file) {
        List<Holiday> holidays = new ArrayList<>();
        Set<LocalDate> workdays = new HashSet<>();
        entries(file, "feries", HOLIDAY_KEYS)
                .forEach(entry -> day(entry)
                        .ifPresent(day ->
                                name(entry).map(name -> new Holiday(day, name)).ifPresent(holidays::add)));
        entries(file, "ouvres", WORKDAY_KEYS).forEach(entry -> day(entry).ifPresent(workdays::add));
        return new Announcements(holidays, workdays);
    }

    private List<Fields> entries(Fields file, String key, List<String> keys) {
        return file.get(key).flatMap(node -> shapes.list(node, key)).orElse(List.of()).stream()
                .flatMap(item -> shapes.fields(item, key, keys).stream())
                .toList();
    }

    /** The day, if it is right and of the State asked for. */
    private Optional<LocalDate> day(Fields entry) {
        Optional<Jurisdiction> whose = text(entry, "etat").flatMap(this::state);
        Optional<LocalDate> day = text(entry, "date").flatMap(this::date);
        return whose.filter(state::equals).flatMap(here -> day);
    }

    private Optional<Jurisdiction> state(YamlNode.Scalar code) {
        Optional<Jurisdiction> found = Jurisdiction.ofState(code.text());
        if (found.isEmpty()) {
            findings.error(code.place(), CalendarMistake.UNKNOWN_STATE, Quoted.of(code.text()));
        }
        return found;
    }

    private Optional<LocalDate> date(YamlNode.Scalar written) {
        Optional<LocalDate> day = DayWords.read(written.text());
        if (day.isEmpty()) {
            findings.error(written.place(), CalendarMistake.NO_DAY, Quoted.of(written.text()));
        }
        return day;
    }

    private Optional<Bilingual> name(Fields entry) {
        return entry.require("nom")
                .flatMap(node -> shapes.fields(node, "nom", List.of("fr", "en")))
                .flatMap(languages -> text(languages, "fr")
                        .flatMap(fr -> text(languages, "en").map(en -> new Bilingual(fr.text(), en.text()))));
    }

    private Optional<YamlNode.Scalar> text(Fields fields, String key) {
        return fields.require(key).flatMap(node -> shapes.text(node, key));
    }
}
