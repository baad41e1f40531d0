package org.liptako.node.placement;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.liptako.node.journal.event.Site;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/**
 * What is an operator's affair, who acts for one data centre: copies that it holds or would receive, and its State's copies abroad, which no data centre of the
 * State runs. Another data centre of the same State has an operator of its own.
 */
record OwnAffairs(SiteId site, State home) {

    /**
     * Why a request on a place is not for them; empty if it is.
     *
     * @param holdsCopy whether their own data centre holds a copy of the dataset; asked only where it counts
     */
    Optional<Sentence> objection(Site target, BooleanSupplier holdsCopy) {
        boolean another = target.state().is(home) && !target.id().equals(site);
        return another && !holdsCopy.getAsBoolean()
                ? Optional.of(new Sentence(
                        "Votre certificat vaut pour le site " + site + ", qui ne détient pas ce jeu ; la demande sur "
                                + target.id() + " revient à l'exploitant de ce site.",
                        "Your certificate is for site " + site + ", which holds no copy of this dataset; a request on "
                                + target.id() + " is for that site's operator."))
                : Optional.empty();
    }
}
