package org.liptako.node.exchange.transfer;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.liptako.node.exchange.pace.PaceLimits;
import org.liptako.node.exchange.queue.Pause;
import org.liptako.node.exchange.queue.PauseScope;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.wire.Count;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.State;

/** Why a transfer stands as it does, in words. */
final class TransferReasons {
    private static final DateTimeFormatter OPENS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm zzz", Locale.ROOT);

    static final Sentence NOT_BEGUN =
            new Sentence("Le transfert n'a pas encore commencé.", "The transfer has not begun yet.");
    static final Sentence MOVING = new Sentence("Les blocs arrivent.", "Chunks are arriving.");
    static final Sentence SEALED =
            new Sentence("La copie est prouvée, écrite et scellée.", "The copy is proved, written and sealed.");
    static final Sentence ASKED_AGAIN = new Sentence("Un exploitant l'a relancé.", "An operator started it again.");
    static final Sentence NODE_STOPS = new Sentence(
            "Ce nœud s'arrête ; le transfert reprendra à son retour.",
            "This node is stopping; the transfer goes on when it is back.");
    static final Sentence DISK_AWAITED = new Sentence(
            "Un disque de transport est lu ; la ligne reprendra ensuite.",
            "A courier disk is read; the wire goes on afterwards.");
    static final Sentence CALL_AND_START = new Sentence(
            "Appelez l'exploitant de la source et lisez-lui la raison ; quand c'est réparé, relancez : « liptako replica start ».",
            "Call the source's operator and read out the reason; when it is mended, start it again: liptako replica start.");
    static final Sentence YIELDS = new Sentence(
            "Il a cédé sa place à un transfert plus pressant ; ce qui est arrivé reste.",
            "It has made room for a transfer that matters more; what has come stays.");
    static final Sentence IN_TURN = new Sentence("Il va reprendre.", "It is about to go on.");
    static final Sentence DISK_READ = new Sentence(
            "Un disque de transport a été lu ; ce qui manque encore vient par la ligne ou par un autre disque.",
            "A courier disk was read; what is still missing comes by the wire or by another disk.");
    static final Sentence GRANT_ENDED = new Sentence(
            "L'autorisation a pris fin avant la copie ; ce qui était arrivé a été supprimé.",
            "The grant ended before the copy was whole; what had come was removed.");

    static final Sentence READ_AGAIN = new Sentence(
            "Tous les blocs sont arrivés ; ils sont relus sur le disque avant le scellement.",
            "Every chunk has come; all are read again from the disk before the copy is sealed.");
    static final Sentence WITHDRAWN_HERE = new Sentence(
            "La copie de cette version qui est déjà ici est endommagée ; ceci reprend quand elle est réparée.",
            "The copy of this version that is here already is damaged; this goes on once it is mended.");

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final Pattern SITE = Pattern.compile("[A-Z]{2}-[A-Z0-9]{2,8}-[1-9][0-9]{0,2}");

    private TransferReasons() {}

    static Sentence diskLoses(int chunks) {
        return new Sentence(
                "Blocs écrits deux fois et faux à la relecture : " + chunks + ". Changez ce disque.",
                "Chunks written twice and wrong when read again: " + chunks + "; replace this disk.");
    }

    static Sentence wireBusy(GrantSerial grant) {
        return new Sentence(
                "La ligne est encore au travail pour l'autorisation " + grant
                        + " ; répétez la commande dans un instant.",
                "The wire is still at work under the grant " + grant + "; repeat the command in a moment.");
    }

    static Sentence paused(Pause pause) {
        String at = MINUTE.format(pause.at());
        Optional<String> site = site(pause);
        String fr = " en pause depuis le " + at
                + site.map(name -> ", par l'exploitant de " + name).orElse("") + ".";
        String en = " paused since " + at
                + site.map(name -> ", by the operator of " + name).orElse("") + ".";
        return switch (pause.scope()) {
            case PauseScope.Everything all -> new Sentence("Tout est" + fr, "Everything is" + en);
            case PauseScope.FromState from ->
                new Sentence(
                        "Ce qui vient de l'État " + from.source().french() + " est" + fr,
                        "What comes from " + from.source().english() + " is" + en);
            case PauseScope.OneTransfer one -> new Sentence("Ce transfert est" + fr, "This transfer is" + en);
        };
    }

    /** The data centre by which people know who paused; empty where the name that was kept, as certificates have them, names none. */
    private static Optional<String> site(Pause pause) {
        return SITE.matcher(pause.by()).results().map(found -> found.group()).findFirst();
    }

    static Sentence closed(PaceLimits.Closure closure) {
        String opens = closure.until()
                .map(until -> OPENS.format(until.atZone(closure.windows().zone())))
                .orElse("?");
        return new Sentence(
                "Hors des heures permises (" + closure.windows() + ") ; ouverture : " + opens + ".",
                "Outside of the hours allowed (" + closure.windows() + "); they open: " + opens + ".");
    }

    /** @param place 1 = the next one */
    static Sentence turn(int place) {
        return place == 1
                ? new Sentence("Il est le prochain de la file.", "It is next in the queue.")
                : new Sentence(
                        "Il attend son tour : " + place + "e de la file.",
                        "It waits for its turn: number " + place + " in the queue.");
    }

    static Sentence silent(State source) {
        return new Sentence(
                "La source (" + source.french() + ") ne répond pas ; le transfert reprendra de lui-même.",
                "The source (" + source.english() + ") does not answer; the transfer goes on by itself when it does.");
    }

    static Sentence untrusted(State source, Sentence why) {
        return new Sentence(
                "La source (" + source.french() + ") n'est pas crue (" + why.fr()
                        + ") ; rien n'en est repris tant que cela dure.",
                "The source (" + source.english() + ") is not believed (" + why.en()
                        + "); nothing is taken from it as long as that lasts.");
    }

    static Sentence stalled(State source) {
        return new Sentence(
                "La source (" + source.french() + ") n'envoie plus rien ; le transfert reprendra de lui-même.",
                "The source (" + source.english() + ") sends nothing any more; the transfer goes on by itself.");
    }

    static Sentence said(State source, ErrorCode code, Sentence words) {
        return new Sentence(
                "La source (" + source.french() + ") répond " + code + " : " + words.fr(),
                "The source (" + source.english() + ") answers " + code + ": " + words.en());
    }

    static Sentence wrongChunks(State source, int wrong) {
        return new Sentence(
                "La source (" + source.french() + ") a envoyé "
                        + Count.fr(wrong, "bloc qui n'est pas du manifeste", "blocs qui ne sont pas du manifeste")
                        + " ; aucun n'a été gardé.",
                "The source (" + source.english() + ") sent "
                        + Count.en(wrong, "chunk that is not the manifest's", "chunks that are not the manifest's")
                        + "; none was kept.");
    }

    static Sentence leftAlone(TransferPlan plan, State holder, int wrong) {
        return new Sentence(
                "Le nœud de " + holder.french() + " a envoyé "
                        + Count.fr(wrong, "bloc qui n'est pas de ", "blocs qui ne sont pas de ")
                        + plan.version() + " (autorisation " + plan.grant()
                        + ") ; aucun n'a été gardé. Il est laissé de côté.",
                "The node of " + holder.english() + " sent "
                        + Count.en(wrong, "chunk that is not of ", "chunks that are not of ")
                        + plan.version() + " (grant " + plan.grant()
                        + "); none was kept. It is left alone.");
    }

    static Sentence noRoom(long needed, long free) {
        return new Sentence(
                "Il manque de la place : " + needed + " octets à recevoir, " + free
                        + " octets libres ; libérez-en et relancez le transfert.",
                "There is no room: " + needed + " bytes to come, " + free
                        + " bytes free; free some and start the transfer again.");
    }

    static Sentence diskTrouble(String words) {
        return new Sentence(
                "Le disque de ce site refuse d'écrire ou de synchroniser (" + words
                        + ") ; réparez-le et relancez le transfert.",
                "The disk of this site does not write or sync (" + words + "); mend it and start the transfer again.");
    }
}
