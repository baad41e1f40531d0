package org.liptako.node.console;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.journal.event.Country;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.Site;
import org.liptako.node.placement.WordedPlacements;
import org.liptako.node.registry.Page;
import org.liptako.node.registry.Registry;
import org.liptako.pki.name.State;

/** Makes the form that asks for a placement: this State's own datasets, the operations of the vocabulary in force, every site. */
@Singleton
final class PlacingForms {
    /** A list that a person still finds something in. */
    private static final int MOST_LISTED = 300;

    private final WordedPlacements placements;
    private final Registry registry;
    private final State own;

    PlacingForms(WordedPlacements placements, Registry registry, NodeConfig node) {
        this.placements = placements;
        this.registry = registry;
        this.own = node.state();
    }

    /**
     * The form, filled with what was asked.
     *
     * @param missing the facts that were found missing, by code
     */
    PlacingForm form(PlacingQuestion asked, Set<String> missing, Words words) {
        TermWords terms = new TermWords(placements.vocabulary(), words);
        List<TermField> needed = new ArrayList<>();
        List<TermField> others = new ArrayList<>();
        for (PlacingTerm term : PlacingTerm.values()) {
            String said = asked.said(term);
            boolean wanted = missing.contains(term.fact()) || !said.isEmpty();
            (wanted ? needed : others)
                    .add(new TermField(term.field(), terms.label(term.fact()), terms.orNothing(term.fact(), said)));
        }
        return new PlacingForm(
                datasets(asked.dataset(), words),
                asked.dataset(),
                terms.choices("operation", asked.operation()),
                places(asked.target(), words),
                needed,
                others);
    }

    private List<Choice> datasets(String chosen, Words words) {
        List<Dataset> ours = registry.datasets(new Page("", "", own.name() + "-", MOST_LISTED + 1));
        return ours.size() > MOST_LISTED
                ? List.of()
                : ours.stream()
                        .map(dataset -> choice(dataset.id().value(), words.of(dataset.name()), chosen, words))
                        .toList();
    }

    /** At home first, then with the other members, then elsewhere. */
    private List<SiteGroup> places(String chosen, Words words) {
        Map<Country, List<Choice>> byCountry = new LinkedHashMap<>();
        byCountry.put(Country.of(own), new ArrayList<>());
        Stream.of(State.values()).forEach(state -> byCountry.putIfAbsent(Country.of(state), new ArrayList<>()));
        for (Site site : registry.sites()) {
            byCountry
                    .computeIfAbsent(site.state(), country -> new ArrayList<>())
                    .add(choice(site.id().value(), site.city() + words.of("and") + site.name(), chosen, words));
        }
        return byCountry.entrySet().stream()
                .filter(group -> !group.getValue().isEmpty())
                .map(group -> new SiteGroup(words.of(group.getKey()), group.getValue()))
                .toList();
    }

    private static Choice choice(String code, String name, String chosen, Words words) {
        return new Choice(code, words.of("placing.choice", code, name), code.equals(chosen));
    }
}
