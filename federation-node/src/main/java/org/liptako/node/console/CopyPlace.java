package org.liptako.node.console;

import io.micronaut.http.HttpRequest;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.registry.Page;
import org.liptako.pki.name.SiteId;

/**
 * After which copy a page of a list of copies begins, as its address has it.
 *
 * @param before how many copies come before it
 */
record CopyPlace(String dataset, String site, long before) {
    static CopyPlace of(HttpRequest<?> request) {
        return new CopyPlace(
                request.getParameters().getFirst("after").orElse(""),
                request.getParameters().getFirst("place").orElse(""),
                request.getParameters().getFirst("before", Long.class).orElse(0L));
    }

    /** An address that somebody has made up begins with the first copy. */
    Page page(int most) {
        try {
            return new Page(new DatasetId(dataset).value(), new SiteId(site).value(), "", most);
        } catch (IllegalArgumentException madeUp) {
            return Page.first(most);
        }
    }

    /** The same of a list of differences, whose places are not sites'. */
    Page pageOfDifferences(int most) {
        boolean madeUp = (dataset + site).chars().anyMatch(Character::isISOControl);
        return madeUp ? Page.first(most) : new Page(dataset, site, "", most);
    }

    /** The fields of the address of the next page. */
    static String fields(Page next, long before) {
        return "after=" + Addresses.encoded(next.afterSubject()) + "&place=" + Addresses.encoded(next.afterPlace())
                + "&before=" + before;
    }
}
