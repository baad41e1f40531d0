package org.liptako.pki.wording;

/** What says in both languages why something did not go: what tells a failure to people asks it for this, and needs to know of no kind of failure. */
public interface Bilingual {
    /** One whole sentence in French. */
    String french();

    /** One whole sentence in English. */
    String english();
}
