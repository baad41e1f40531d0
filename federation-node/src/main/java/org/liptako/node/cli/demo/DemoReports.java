package org.liptako.node.cli.demo;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.liptako.node.cli.demo.stage.Federation;
import org.liptako.node.cli.demo.stage.People;
import org.liptako.node.cli.demo.stage.People.Person;
import org.liptako.node.cli.demo.stage.Place;

/** Fills the report of a demonstration in. */
final class DemoReports {
    private DemoReports() {}

    static DemoReport of(List<DemoReport.PlayedStep> steps, Federation federation, People people) {
        return new DemoReport(
                steps,
                Arrays.stream(Place.values())
                        .map(place -> node(place, federation))
                        .toList(),
                clients(people),
                people.tree().root().certificate().toString());
    }

    private static DemoReport.ReportedNode node(Place place, Federation federation) {
        var target = federation.target(place);
        return new DemoReport.ReportedNode(
                place.state().name(),
                place.site().value(),
                target.host() + ":" + target.port(),
                target.serverName(),
                federation.console(place));
    }

    private static Map<String, Map<String, DemoReport.Pem>> clients(People people) {
        var clients = new LinkedHashMap<String, Map<String, DemoReport.Pem>>();
        for (var place : Place.values()) {
            var ofState = new LinkedHashMap<String, DemoReport.Pem>();
            for (var person : Person.values()) {
                var files = people.files(person, place);
                ofState.put(
                        person.name().toLowerCase(Locale.ROOT),
                        new DemoReport.Pem(
                                files.certificate().toString(), files.key().toString()));
            }
            clients.put(place.state().name(), ofState);
        }
        return clients;
    }
}
