package org.liptako.policy.hosting;

import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.yaml.Mistake;

/** What may be wrong in a catalogue of sites. */
enum HostMistake implements Mistake {
    NO_SITE("Ce site ne peut pas être jugé : %s", "This site cannot be judged: %s");

    private final String fr;
    private final String en;

    HostMistake(String fr, String en) {
        this.fr = fr;
        this.en = en;
    }

    @Override
    public Bilingual wording() {
        return new Bilingual(fr, en);
    }
}
