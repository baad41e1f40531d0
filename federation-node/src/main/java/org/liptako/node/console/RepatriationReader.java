package org.liptako.node.console;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liptako.node.campaign.Act;
import org.liptako.node.campaign.Balance;
import org.liptako.node.campaign.Campaign;
import org.liptako.node.campaign.CampaignBook;
import org.liptako.node.campaign.CampaignPlace;
import org.liptako.node.campaign.CampaignView;
import org.liptako.node.campaign.CopyView;
import org.liptako.node.campaign.DueBy;
import org.liptako.node.campaign.RepatriatedCopy;
import org.liptako.node.campaign.RepatriationStage;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.console.ReturnPlot.OpenedCopy;
import org.liptako.node.journal.event.CampaignId;
import org.liptako.node.journal.event.CitedRule;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.State;

/** Reads what is brought home from abroad: for a State, a ministry, a campaign. */
@Singleton
final class RepatriationReader {
    private final CampaignBook book;
    private final CoverageRows coverage;
    private final NodeConfig node;
    private final Clock clock;

    RepatriationReader(CampaignBook book, CoverageRows coverage, NodeConfig node, Clock clock) {
        this.book = book;
        this.coverage = coverage;
        this.node = node;
        this.clock = clock;
    }

    /** A State's campaigns; of what is open, what is done and left. */
    RepatriationPage read(State state, Words words) {
        Instant now = clock.instant();
        List<CampaignView> all = book.of(state);
        List<CampaignView> open =
                all.stream().filter(view -> view.campaign().isOpen()).toList();
        List<OpenedCopy> copies = OpenedCopy.of(open);
        List<CopyView> views = copies.stream().map(OpenedCopy::view).toList();
        Balance total = Balance.of(words.of("return.all"), views);
        return new RepatriationPage(
                asOf(now, words),
                Stream.of(State.values())
                        .map(one -> new NavItem(
                                Place.REPATRIATION.path() + "?state=" + one, words.of(one), one == state ? "true" : ""))
                        .toList(),
                all.stream().map(view -> line(view, words)).toList(),
                owners(copies, now, words),
                summary(total, words),
                row(total, copies, now, words),
                law(views.stream().filter(CopyView::overdue), words),
                coverage.rows(words));
    }

    /**
     * One campaign.
     *
     * @throws Failure NOT_KNOWN if there is none of that name
     */
    CampaignPage campaign(String id, Words words) {
        Instant now = clock.instant();
        CampaignView view = book.get(named(id));
        List<OpenedCopy> copies = OpenedCopy.of(List.of(view));
        Balance total = Balance.of(words.of("return.all"), view.copies());
        return new CampaignPage(
                asOf(now, words),
                view.campaign().id().value(),
                view.campaign().title(),
                standing(view.campaign(), words),
                view.rate().bytesPerSecond() == 0
                        ? ""
                        : words.of(
                                view.rate().measured() ? "return.rate.measured" : "return.rate.planned",
                                Amounts.rate(view.rate().bytesPerSecond(), words)),
                summary(total, words),
                row(total, copies, now, words),
                owners(copies, now, words),
                view.copies().stream().map(copy -> row(copy, words)).toList(),
                law(view.copies().stream(), words),
                coverage.rows(words));
    }

    private static CampaignId named(String id) {
        try {
            return new CampaignId(id);
        } catch (IllegalArgumentException e) {
            throw new Failure(ErrorCode.NOT_KNOWN, ErrorCode.NOT_KNOWN.meaning(), e);
        }
    }

    private String asOf(Instant now, Words words) {
        return words.of("as.of", node.site().value(), words.of(node.state()), words.of(now));
    }

    private static CampaignLine line(CampaignView view, Words words) {
        Balance total = view.total();
        return new CampaignLine(
                view.campaign().id().value(),
                view.campaign().title(),
                standing(view.campaign(), words),
                summary(total, words),
                overdue(total, words));
    }

    private static String standing(Campaign campaign, Words words) {
        return campaign.closedAt()
                .map(closed -> words.of("return.closed", words.of(closed)))
                .or(() -> campaign.hold().map(hold -> words.of("return.held", words.of(hold.at()), who(hold, words))))
                .orElseGet(() -> words.of(
                        "return.open", words.of(campaign.openedAt()), SignerNames.of(campaign.openedBy(), words)));
    }

    private static String who(Act act, Words words) {
        return SignerNames.of(act.by(), words)
                + act.reason().map(why -> " (" + why + ")").orElse("");
    }

    private static List<BalanceRow> owners(List<OpenedCopy> copies, Instant now, Words words) {
        return copies.stream()
                .collect(Collectors.groupingBy(copy -> copy.view().copy().owner(), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(owner -> row(
                        Balance.of(
                                owner.getKey(),
                                owner.getValue().stream().map(OpenedCopy::view).toList()),
                        owner.getValue(),
                        now,
                        words))
                .toList();
    }

    private static BalanceRow row(Balance balance, List<OpenedCopy> copies, Instant now, Words words) {
        return new BalanceRow(
                balance.owner(),
                home(balance, words),
                words.of("return.number", balance.done()),
                Amounts.bytes(balance.bytesLeft(), words),
                overdue(balance, words),
                balance.overdueUnder().stream().map(RepatriationReader::link).toList(),
                end(balance, words),
                PlotView.of(new ReturnPlot(copies, now), words));
    }

    private static RuleLink link(CitedRule rule) {
        return new RuleLink(rule.id(), RuleLinks.article(rule.id()));
    }

    private static String summary(Balance balance, Words words) {
        return words.of(
                "return.summary", home(balance, words), Amounts.bytes(balance.bytesLeft(), words), end(balance, words));
    }

    private static String end(Balance balance, Words words) {
        return balance.expectedEnd()
                .map(words::day)
                .orElseGet(() -> words.of(balance.home() == balance.copies() ? "return.over" : "return.unknown"));
    }

    private static String home(Balance balance, Words words) {
        return words.of("return.home.of", balance.home(), balance.copies());
    }

    private static String overdue(Balance balance, Words words) {
        return balance.overdue() == 0 ? "" : words.of("return.number", balance.overdue());
    }

    private static ReturnRow row(CopyView view, Words words) {
        RepatriatedCopy copy = view.copy();
        RepatriationStage stage = copy.stage();
        return new ReturnRow(
                copy.dataset().value(),
                view.name().map(words::of).orElse(""),
                copy.owner(),
                words.of("return.stage." + stage),
                tone(stage, view.overdue()),
                copy.bytes() == 0 ? words.of("return.unknown") : Amounts.bytes(copy.bytes(), words),
                copy.plan()
                        .map(CampaignPlace::home)
                        .map(home -> words.of("return.route", copy.site().value(), home.value()))
                        .orElseGet(() -> words.of("return.from", copy.site().value())),
                view.due().map(due -> by(due, words)).orElse(""),
                view.overdue(),
                copy.isToCome() ? view.expectedEnd().map(words::day).orElseGet(() -> words.of("return.unknown")) : "",
                copy.withdrawal()
                        .map(act -> words.of("return.withdrawn", words.day(act.at()), who(act, words)))
                        .or(() -> view.waiting().map(words::of))
                        .orElse(""));
    }

    private static String by(DueBy due, Words words) {
        String rules = due.rules().stream().map(CitedRule::id).collect(Collectors.joining(", "));
        return rules.isEmpty() ? words.day(due.day()) : words.of("return.by", words.day(due.day()), rules);
    }

    private static String tone(RepatriationStage stage, boolean overdue) {
        return switch (stage) {
            case DONE -> CopyTone.GOOD;
            case WITHDRAWN -> "";
            case SEALED, PROVED, COPYING, PLANNED, NAMED -> overdue ? CopyTone.BAD : CopyTone.OPEN;
        };
    }

    private static List<CitedRow> law(Stream<CopyView> copies, Words words) {
        return copies
                .flatMap(view -> view.due().stream())
                .flatMap(due -> due.rules().stream())
                .collect(Collectors.toMap(CitedRule::id, Function.identity(), (one, other) -> one, TreeMap::new))
                .values()
                .stream()
                .map(rule -> CitedRow.of(rule, words))
                .toList();
    }

    /** Whose campaigns are asked for: this State's unless another is named. */
    State state(Optional<String> named) {
        return named.flatMap(State::ofCode).orElse(node.state());
    }
}
