package org.liptako.node.console;

import java.util.Map;
import org.liptako.node.inquiry.Blank;
import org.liptako.node.inquiry.Question;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.registry.ReplicaStatus;
import org.liptako.node.registry.Tally;
import org.liptako.pki.name.SiteId;

/** Where what waits for a reader leads: to the page of the one dataset that it is about, otherwise to a page that has all of them. */
final class MatterLinks {
    private MatterLinks() {}

    /** The page of the only dataset that is counted; otherwise another page. */
    static String only(Tally tally, String otherwise) {
        return tally.only().map(MatterLinks::dataset).orElse(otherwise);
    }

    static String dataset(DatasetId dataset) {
        return "/datasets/" + dataset;
    }

    /** What a site holds. */
    static String site(String site) {
        return new QuestionQuery(Question.SITE_HOLDS, Map.of(Blank.SITE, site), "").address();
    }

    /** What a site holds that stands so. */
    static String site(SiteId site, ReplicaStatus status) {
        return new QuestionQuery(Question.SITE_HOLDS, Map.of(Blank.SITE, site.value(), Blank.STATUS, status.name()), "")
                .address();
    }
}
