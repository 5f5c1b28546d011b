# The journal of what is done, and work that a crash has left in it.

journal-failed = The journal can not be written: { $why }. Your changes are in memory only. Save the plan, or save it elsewhere; the journal is tried again meanwhile.

recovery-title = Recovered work
recovery-intro = Plenary ended before this was saved. Nothing of it is lost.
recovery-nothing = There is no unsaved work of earlier sessions.
recovery-never-saved = never saved
recovery-changes =
    { $count ->
        [0] Never saved. Last opened on { $when }
        [one] { $count } change that was not saved, made on { $when }
       *[other] { $count } changes that were not saved, the last on { $when }
    }
recovery-aside =
    { $count ->
        [0] Set aside. From { $when }
        [one] Set aside: { $count } change, made on { $when }
       *[other] Set aside: { $count } changes, the last on { $when }
    }
recovery-file-changed = The plan file has changed since. Recovered work opens beside it; saving asks before anything is written over.
recovery-file-gone = The plan file is not there any more. Saving writes it again.
recovery-torn = The very last change was not written whole; everything before it is here.
recovery-damaged = Part of the journal is damaged. What comes before that part is here; the damaged journal is set aside.
recovery-recover = Recover
recovery-discard = Discard
recovery-discard-tip = Set it aside. It can be brought back from this window, from the palette
recovery-later = Look later
recovery-later-tip = It stays where it is, and is offered again at the next start
recovery-failed = The work in the journal could not be opened. The journal stays where it is.
recovery-discarded = Set aside. “Recovered work” brings it back.
recovery-not-moved = It could not be set aside, and is offered again at the next start.
recovery-unreadable = A journal was found that can not be used: { $why }. It is kept as { $file }
recovery-done =
    { $count ->
        [0] { $file } is recovered
        [one] { $file } is recovered; { $count } step can be undone
       *[other] { $file } is recovered; { $count } steps can be undone
    }
journal-read-io = it can not be read ({ $why })
journal-too-large = it is too large
journal-foreign = it is no journal of Plenary
journal-newer = a newer Plenary wrote it; open it with that
journal-damaged = its beginning is damaged
journal-base = the plan in it can not be read ({ $why })

backups-title = Earlier states
backups-intro = Each time the plan is saved, that state is kept: the last twenty, and one of each day before. Choose one to see what it would change.
backups-none = No earlier state of this plan is kept yet. The first is kept when it is saved.
backups-unreadable = This state can not be read: { $why }. Choose another; the plan stays as it is.
backups-same = The plan is as it was then.
backups-differs = Bringing it back: { $new } new, { $removed } deleted, { $changed } changed
backups-bring = Bring back
backups-bring-tip = The plan becomes what it was then, in one step that can be undone
backups-more = and { $count } more
backup-failed = The plan is saved, but this state could not be kept among the earlier ones: { $why }.
