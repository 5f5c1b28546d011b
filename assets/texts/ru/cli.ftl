### What the command line says.

cli-built-in = встроенный план
cli-standard-input = стандартный ввод
cli-fine = все в порядке
cli-errors-found = есть ошибки
cli-about = { $plan }: { $verdict }; { $contents }
cli-contents = мероприятий: { $events }, заседаний: { $sessions } (назначено: { $placed }), залов: { $rooms }, органов: { $bodies }, людей: { $people }, тем: { $topics }, документов: { $documents }, заявлений: { $statements }, заметок: { $notes }
cli-findings = ошибок: { $errors }, предупреждений: { $warnings }, подсказок: { $hints }, исключений: { $waived }
cli-finding = { $severity }: { $sentence } [{ $rule }]
cli-finding-waived = { $severity } (исключение): { $sentence } [{ $rule }]
