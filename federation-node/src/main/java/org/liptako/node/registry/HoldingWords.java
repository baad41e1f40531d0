package org.liptako.node.registry;

import org.liptako.node.journal.event.HoldingFinding;
import org.liptako.node.wire.Sentence;

/** What a difference between a store and the journals means, and what to do about it. */
public final class HoldingWords {
    private HoldingWords() {}

    /** The finding as a sentence in two languages. */
    public static Sentence of(HoldingFinding finding) {
        return switch (finding.cause()) {
            case UNRECORDED ->
                new Sentence(
                        "Une version entière est parmi les copies scellées et aucun journal ne la nomme : cherchez qui"
                                + " l'a mise là ; le nœud ne la sert pas et ne l'efface pas.",
                        "A whole version lies among the sealed copies and no journal names it: find out who put it"
                                + " there; the node neither serves nor erases it.");
            case HALF ->
                new Sentence(
                        "Une partie de version est là et rien ne la reçoit ni ne la répare : le reste d'un transfert"
                                + " abandonné, ou une copie faite à la main ; ôtez-la si nul ne la réclame.",
                        "Part of a version lies there and nothing receives or mends it: what a transfer that was given"
                                + " up has left, or a copy made by hand; remove it if nobody claims it.");
            case ERASED ->
                new Sentence(
                        "Le journal dit cette copie effacée et ses octets sont encore, ou de nouveau, là : ôtez-les et"
                                + " cherchez d'où ils viennent (une restauration ?).",
                        "The journal says that this copy was erased and its bytes are still, or again, there: remove"
                                + " them and find out where they came from (a restore?).");
            case STRANGERS ->
                new Sentence(
                        "Des fichiers qui ne sont d'aucune copie sont dans le magasin : rangez-les ailleurs.",
                        "Files that are no copy's lie in the store: put them elsewhere.");
            case GONE ->
                new Sentence(
                        "Le journal dit cette copie scellée ici et elle n'y est plus, sans que personne ne l'ait effacée :"
                                + " voyez si le disque est monté, restaurez-la, ou lancez liptako replica verify, qui la fait revenir.",
                        "The journal says that this copy is sealed here and it no longer is, though nobody erased it: see"
                                + " whether the disk is mounted, restore it, or run liptako replica verify, which has it fetched again.");
            case BROKEN ->
                new Sentence(
                        "Le journal dit cette copie scellée ici et il n'en reste qu'une partie : restaurez-la, ou"
                                + " lancez liptako replica verify, qui la répare.",
                        "The journal says that this copy is sealed here and only part of it is left: restore it, or run"
                                + " liptako replica verify, which has it mended.");
            case NEVER_SEALED ->
                new Sentence(
                        "Le journal de la source dit qu'elle a donné cette copie et celui du site ne dit pas qu'il l'a"
                                + " scellée : demandez aux deux exploitants où elle est.",
                        "The source's journal says that it gave this copy and the site's does not say that it sealed it:"
                                + " ask both operators where it is.");
            case NEVER_GIVEN ->
                new Sentence(
                        "Le site a scellé cette copie et le journal de la source ne dit pas qu'elle l'a donnée : la"
                                + " confirmation s'est perdue (reprenez le transfert), ou la copie est venue d'ailleurs.",
                        "The site has sealed this copy and the source's journal does not say that it gave it: the"
                                + " confirmation was lost (start the transfer again), or the copy came from elsewhere.");
            case GIVEN_OTHERWISE ->
                new Sentence(
                        "Sous la même autorisation, la source dit avoir donné une version et le site en avoir scellé une"
                                + " autre : demandez aux deux exploitants.",
                        "Under one grant the source says that it gave a version and the site that it sealed another one:"
                                + " ask both operators.");
            case WITHDRAWN ->
                new Sentence(
                        "Son disque a endommagé cette copie et elle n'est pas encore prouvée de nouveau : le nœud la"
                                + " répare de lui-même (liptako replica verify dit ce qui l'en empêche).",
                        "Its disk has damaged this copy and it is not yet proved again: the node mends it by itself"
                                + " (liptako replica verify says what keeps it from that).");
            case PROOF_OLD ->
                new Sentence(
                        "Cette copie n'a pas été relue en entier depuis plus longtemps que permis : lancez liptako replica"
                                + " verify.",
                        "This copy was not read whole for longer than it may be: run liptako replica verify.");
            case CHALLENGE_FAILED ->
                new Sentence(
                        "Ce site n'a pas montré qu'il a cette copie : défi sans réponse juste dans le délai (liptako possession"
                                + " status). Réparation proposée : que l'exploitant du site lance liptako replica verify, qui fait"
                                + " revenir d'un autre détenteur ce qui manque.",
                        "This site has not shown that it has this copy: a challenge without a right answer in time (liptako"
                                + " possession status). Repair proposed: have the site's operator run liptako replica verify, which"
                                + " fetches what is missing from another holder.");
        };
    }
}
