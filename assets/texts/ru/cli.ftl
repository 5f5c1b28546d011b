### What the command line says.

cli-built-in = встроенный план
cli-standard-input = стандартный ввод
cli-fine = все в порядке
cli-errors-found = есть ошибки
cli-about = { $plan }: { $verdict }; { $contents }
cli-contents = { $events ->
    [one] { $events } мероприятие
    [few] { $events } мероприятия
   *[many] { $events } мероприятий
    }, { $sessions ->
    [one] { $sessions } заседание
    [few] { $sessions } заседания
   *[many] { $sessions } заседаний
    } (назначено: { $placed }), { $rooms ->
    [one] { $rooms } зал
    [few] { $rooms } зала
   *[many] { $rooms } залов
    }, { $bodies ->
    [one] { $bodies } орган
    [few] { $bodies } органа
   *[many] { $bodies } органов
    }, { $people ->
    [one] { $people } человек
    [few] { $people } человека
   *[many] { $people } человек
    }, { $topics ->
    [one] { $topics } тема
    [few] { $topics } темы
   *[many] { $topics } тем
    }, { $documents ->
    [one] { $documents } документ
    [few] { $documents } документа
   *[many] { $documents } документов
    }, { $statements ->
    [one] { $statements } заявление
    [few] { $statements } заявления
   *[many] { $statements } заявлений
    }, { $notes ->
    [one] { $notes } заметка
    [few] { $notes } заметки
   *[many] { $notes } заметок
    }
cli-findings = { $errors ->
    [one] { $errors } ошибка
    [few] { $errors } ошибки
   *[many] { $errors } ошибок
    }, { $warnings ->
    [one] { $warnings } предупреждение
    [few] { $warnings } предупреждения
   *[many] { $warnings } предупреждений
    }, { $hints ->
    [one] { $hints } подсказка
    [few] { $hints } подсказки
   *[many] { $hints } подсказок
    }, исключений: { $waived }
cli-finding = { $severity }: { $sentence } [{ $rule }]
cli-finding-waived = { $severity } (исключение): { $sentence } [{ $rule }]
cli-overdue = просрочено с { $due }: { $session }: { $text }

## Сравнение и слияние

cli-same = планы одинаковы
cli-no-releases = выпусков еще нет
cli-no-release = выпуска Rev. { $number } нет; --list покажет, какие есть
cli-release-stays = выпуск больше нельзя изменить: изданное остается изданным
cli-not-released = план нельзя выпустить в таком виде
cli-unrelated = это другой план, не { $other }: общих строк у них нет
cli-made-twice = { $row }: создано с обеих сторон, теперь это одно
cli-other-plan = это другой план, не { $other }: у него другой идентификатор
cli-unmerged = слияние еще не завершено
cli-diff-files = укажите два плана; с --git – семь аргументов, которые передает git
cli-diff-title = Различия
cli-merged = слияние выполнено; решать нечего
cli-conflicts = { $count ->
    [one] слияние выполнено; остался { $count } конфликт, он записан в файле
    [few] слияние выполнено; осталось { $count } конфликта, они записаны в файле
   *[other] слияние выполнено; осталось { $count } конфликтов, они записаны в файле
}
cli-no-event = в этом плане нет события { $event }
cli-no-room = в этом плане нет зала { $id }
cli-no-person = в этом плане нет лица { $id }
cli-no-session = в этом плане нет заседания { $id }
cli-not-arranged = план нельзя расставить в таком виде
cli-arranged = { $plan }: { $moves ->
    [one] размещено { $moves } заседание
    [few] размещено { $moves } заседания
   *[many] размещено { $moves } заседаний
}, осталось: { $left }; ошибок: { $errors } → { $later-errors }, предупреждений: { $warnings } → { $later-warnings }
cli-talks-arranged = { $plan }: { $moves ->
    [one] перенесен { $moves } доклад
    [few] перенесено { $moves } доклада
   *[many] перенесено { $moves } докладов
}, без места: { $left }; ошибок: { $errors } → { $later-errors }, предупреждений: { $warnings } → { $later-warnings }
cli-talk-left = ни в одном заседании нет места: { $talk }
cli-changes-nothing = от этого в плане ничего не меняется: в это время ничего нет, или оно закреплено либо уже прошло
cli-fewest = { $plan }: { $moves ->
    [one] { $moves } перенос
    [few] { $moves } переноса
   *[many] { $moves } переносов
}; нужно не меньше: { $least }
cli-needs-a-move = требует своего переноса: { $why }
cli-stays-broken = не исправлено: { $why }
cli-left = осталось: { $session } – { $why }
cli-conflict-field = { $row }: { $field } изменено и здесь, и там
cli-conflict-removed-there = { $row }: там удалено, а здесь еще нужно
cli-conflict-removed-here = { $row }: здесь удалено, а там изменено
cli-conflict-new = { $row }: новая запись там, которой нужно удаленное здесь
