package org.liptako.node.console;

import java.util.List;

/**
 * What stands around every page.
 *
 * @param title of the page, as the browser's tab and the first heading show it
 * @param lead what the page is about, in one sentence
 * @param french the page in French; without what only forms are given
 * @param english the page in English
 * @param who who is signed in, in words; empty if nobody is
 * @param formKey what each form must bring back; empty if nobody is signed in
 * @param time of which place instants are told, in a sentence
 * @param demonstration whether to say that the data are samples
 */
public record Frame(
        String language,
        String title,
        String lead,
        String french,
        String english,
        List<NavItem> navigation,
        String who,
        String formKey,
        String time,
        boolean demonstration) {

    public Frame {
        navigation = List.copyOf(navigation);
    }

    /** Whether somebody is signed in. */
    public boolean signedIn() {
        return !who.isEmpty();
    }
}
