//! A pattern whose blanks fit any white space: texts break their lines anywhere.

use regex_syntax::ast::parse::ParserBuilder;
use regex_syntax::ast::{
    Ast, ClassPerl, ClassPerlKind, Error, Literal, LiteralKind, Repetition, RepetitionKind, RepetitionOp,
    RepetitionRange,
};

/// How deep groups may lie in one another.
const DEEP: u32 = 100;

/// The pattern, read, with each blank as one or more of any white space.
pub(super) fn spaced(pattern: &str) -> Result<String, Box<Error>> {
    let mut ast = ParserBuilder::new().nest_limit(DEEP).build().parse(pattern)?;
    widen(&mut ast, false);
    Ok(ast.to_string())
}

/// Goes no deeper than the parser allowed.
fn widen(ast: &mut Ast, repeated: bool) {
    match ast {
        Ast::Literal(literal) if is_blank(literal) => {
            let span = literal.span;
            let space = Ast::class_perl(ClassPerl { span, kind: ClassPerlKind::Space, negated: false });
            *ast = if repeated {
                space
            } else {
                let kind = RepetitionKind::OneOrMore;
                let op = RepetitionOp { span, kind };
                Ast::repetition(Repetition { span, op, greedy: true, ast: Box::new(space) })
            };
        }
        Ast::Repetition(repetition) => widen(&mut repetition.ast, true),
        Ast::Group(group) => widen(&mut group.ast, false),
        Ast::Alternation(all) => all.asts.iter_mut().for_each(|one| widen(one, false)),
        Ast::Concat(all) => {
            // Blanks in a row are one.
            all.asts.dedup_by(|next, last| both_blank(last, next));
            all.asts.iter_mut().for_each(|one| widen(one, false));
        }
        _ => {}
    }
}

fn is_blank(literal: &Literal) -> bool {
    literal.c == ' ' && literal.kind == LiteralKind::Verbatim
}

fn both_blank(a: &Ast, b: &Ast) -> bool {
    matches!((a, b), (Ast::Literal(a), Ast::Literal(b)) if is_blank(a) && is_blank(b))
}

/// The greatest count in the pattern's repetitions multiplied with those around them: what the pattern grows to.
pub(super) fn growth(pattern: &str) -> u64 {
    fn of(ast: &Ast) -> u64 {
        match ast {
            Ast::Repetition(repetition) => {
                let times = match &repetition.op.kind {
                    RepetitionKind::Range(
                        RepetitionRange::Exactly(n)
                        | RepetitionRange::AtLeast(n)
                        | RepetitionRange::Bounded(_, n),
                    ) => u64::from(*n).max(1),
                    _ => 1,
                };
                times.saturating_mul(of(&repetition.ast))
            }
            Ast::Group(group) => of(&group.ast),
            Ast::Alternation(all) => all.asts.iter().map(of).fold(0, u64::saturating_add),
            Ast::Concat(all) => all.asts.iter().map(of).fold(0, u64::saturating_add),
            _ => 1,
        }
    }
    ParserBuilder::new().nest_limit(DEEP).build().parse(pattern).map_or(0, |ast| of(&ast))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_outside_classes_are_any_white_space() {
        let of = |pattern| spaced(pattern).unwrap();
        assert_eq!(of("anta  budgeten"), r"anta\s+budgeten");
        assert_eq!(of(r"a ?b *c {2}d"), r"a\s?b\s*c\s{2}d");
        assert_eq!(of(r"a[ ]b\x20c\ d"), r"a[ ]b\x20c\ d");
        assert_eq!(of("(?x) a  b # c"), "(?x)ab");
        assert_eq!(of("(?<år>ett |två)"), r"(?<år>ett\s+|två)");
    }
}
