package org.liptako.node.console;

import io.micronaut.http.HttpRequest;
import java.util.Optional;
import org.liptako.node.registry.FindingKind;
import org.liptako.node.registry.ReplicaStatus;
import org.liptako.node.registry.RequestFields;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** Which of the copies that wait for a reader are listed, as the address of their list has it. */
sealed interface GroupQuery {
    String PATH = "/copies/group";

    /** Those of which States have found so: of one State's data, or at one site; empty = any. */
    record Found(FindingKind kind, Optional<State> home, Optional<SiteId> site) implements GroupQuery {}

    /** Those at a site that stand so. */
    record Standing(SiteId site, ReplicaStatus status) implements GroupQuery {}

    /** Those that lie with whomever a State disputes the custody of. */
    record Disputed(State by) implements GroupQuery {}

    /** The query of an address; empty where it names no group. */
    static Optional<GroupQuery> of(HttpRequest<?> request) {
        Optional<State> state = field(request, "state").map(name -> RequestFields.state("state", name));
        Optional<SiteId> site = field(request, "site").map(RequestFields::site);
        Optional<GroupQuery> found = field(request, "found")
                .flatMap(name -> EnumNames.of(FindingKind.class, name))
                .map(kind -> new Found(kind, state, site));
        Optional<GroupQuery> standing = field(request, "status")
                .flatMap(name -> EnumNames.of(ReplicaStatus.class, name))
                .flatMap(status -> site.map(at -> new Standing(at, status)));
        return found.or(() -> standing)
                .or(() -> field(request, "disputed").map(name -> new Disputed(RequestFields.state("disputed", name))));
    }

    private static Optional<String> field(HttpRequest<?> request, String name) {
        return request.getParameters().getFirst(name).filter(text -> !text.isEmpty());
    }

    /** The address of the list. */
    default String address() {
        return PATH
                + switch (this) {
                    case Found found ->
                        "?found=" + found.kind()
                                + found.home().map(home -> "&state=" + home).orElse("")
                                + found.site().map(site -> "&site=" + site).orElse("");
                    case Standing standing -> "?status=" + standing.status() + "&site=" + standing.site();
                    case Disputed disputed -> "?disputed=" + disputed.by();
                };
    }
}
