package org.liptako.node.cli.rules;

import picocli.CommandLine.Command;

/** {@code liptako rules}: rule files, checked and tried; editions, put in force at a node. */
@Command(
        name = "rules",
        subcommands = {
            RulesNewCommand.class,
            RulesCheckCommand.class,
            RulesDecideCommand.class,
            RulesCompareCommand.class,
            RulesExplainCommand.class,
            RulesTestCommand.class,
            RulesAnalyseCommand.class,
            RulesDeadlineCommand.class,
            RulesSchemaCommand.class,
            RulesVocabularyCommand.class,
            RulesPrintCommand.class,
            RulesBundleCommand.class,
            RulesHostsCommand.class,
            RulesImpactCommand.class,
            RulesStatusCommand.class,
            RulesProposeCommand.class,
            RulesPublishCommand.class,
            RulesWithdrawCommand.class
        })
public final class RulesCommand {
    RulesCommand() {}
}
